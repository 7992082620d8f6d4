//! Access providers.

wire_names! {
    /// An access provider 接入服务商 whose rulebook is built in.
    pub enum Provider {
        /// Tencent Cloud 腾讯云, whose guide the built-in rules come from.
        Tencent = "tencent" { zh: "腾讯云", en: "Tencent Cloud" },
        /// Huawei Cloud 华为云.
        Huawei = "huawei" { zh: "华为云", en: "Huawei Cloud" },
        /// UCloud 优刻得.
        Ucloud = "ucloud" { zh: "UCloud 优刻得", en: "UCloud" },
        /// Alibaba Cloud 阿里云.
        Aliyun = "aliyun" { zh: "阿里云", en: "Alibaba Cloud" },
    }
}
