//! Domains that belong to a provider or a platform.

use crate::engine::context::CheckContext;
use crate::engine::nodes::DomainNode;
use crate::engine::outcome::Outcome;
use crate::path::Key;
use crate::report::Param;
use crate::rule::Step;
use crate::rules::domain::name;

use crate::value::DomainName;

rule! {
    /// A domain under which a provider or a platform hands out names to its customers is the provider's: its registrant
    /// is never the principal. The provider itself is told by its name.
    ///
    /// **Inferred.** The registrant has to agree with the principal, and that of such a domain never does.
    ///
    /// **Why.** The registrant has to be the principal, and nobody transfers such a domain.
    ///
    /// **Example.** `shop.oss-cn-hangzhou.aliyuncs.com`, where an APP keeps its pictures.
    pub(super) OF_PLATFORM = "domain.of-platform" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [domain, owner],
        at: ["{domain}/{d}/name"],
        instead_of: ["domain.not-registrable", "domain.level-exceeded"],
        sources: [
            inferred(FILING): Step::Services.at("APP · 域名实名信息需要与备案主体一致"),
            inferred(CHANGE): Step::Preparation.at("备案域名 · 申请备案时填报的备案主体信息应与域名注册人实名认证信息相符"),
        ],
        summary: {
            zh: "须填写主体自己的域名，不能填写云服务商或平台的域名",
            en: "The domain must be the principal's own, not that of a cloud provider or platform.",
        },
        message: {
            zh: "{domain} 是{owner}的域名，所有者不是主办者，不能备案。请填写主办者自己注册的域名；没有的，请先注册域名并绑定到该服务。",
            en: "{domain} belongs to {owner}; only its owner can file it. Enter a domain that the principal has registered; if there is none, register one and bind it to the service.",
        },
        check: [Domain(of_platform)],
    }
}

fn of_platform(cx: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    let Some(domain) = name(node) else { return };
    if !is_others(cx, node, domain) {
        return;
    }
    let Some((_, owner)) = platform_of(domain) else { return };
    let domain = Param::name(domain.as_ascii());
    out.find(&node.at, &[Key::Name], params![domain, owner: Param::name(*owner)]);
}

/// Whether the domain is a platform's and whoever files is not the platform.
pub(super) fn is_others(cx: &CheckContext<'_>, node: &DomainNode<'_>, domain: &DomainName<'_>) -> bool {
    let Some(principal) = cx.principal_name else { return false };
    if node.is_principals {
        return false;
    }
    platform_of(domain).is_some_and(|(_, owner)| !owner.split('、').any(|owner| principal.contains(owner)))
}

/// The platform that a domain belongs to.
fn platform_of(domain: &DomainName<'_>) -> Option<&'static (&'static str, &'static str)> {
    let at = PLATFORMS.binary_search_by_key(&domain.registered(), |(name, _)| name).ok()?;
    PLATFORMS.get(at)
}

/// Domains under which providers and platforms hand out names, with what their owners' names contain. Sorted by name.
///
/// Where they are told, as looked up in 2026-12:
/// - in the private part of the public suffix list of 2026-10-22, or with names there: those of Amazon, Canva,
///   Cloudflare, Deno, Fly.io, GitHub, GitLab, Google, Heroku, Hugging Face, Lovable, Microsoft, Netlify, ngrok, Oray,
///   QNAP, Railway, Render, Replit, Sakura Frp, Shopify, Sina, Supabase, Surge, Synology, Vercel, Webflow and Wix,
///   `alibabacloudcs.com` and `zeabur.app`;
/// - in the provider's documentation: `aliyuncs.com` (OSS regions and endpoints), `bcebos.com` and `baidubce.com` (BOS,
///   access domain name), `edgeone.app` and `edgeone.cool` (`EdgeOne`), `ksyuncs.com` (KS3访问域名使用规则),
///   `myhuaweicloud.com` (OBS, endpoints and domain names), `myqcloud.com` (COS, setting access domain names),
///   `tcloudbase.com` (Webify, domain name management), `volces.com` (TOS, endpoints), the three of Zeabur for regions in
///   China (its command line), `devsapp.net` (Serverless Devs, domain), `qiniudn.com`, `ufileos.com` and `126.net` (the
///   provider's SDK), `bspapp.com`, `tencentcloudapi.com` and Alipay's (uniCloud 发行, which says whose they are);
/// - in the lists of domains by owner of v2fly/domain-list-community: `alicdn.com`, `alicloudapi.com`,
///   `alikunlun.com`, `dbankcloud.cn`, `dbankcloud.com`, `fcapp.run`, `hwclouds.com`, `myhwclouds.com`,
///   `qcloudcdn.com`, `qiniucdn.com`, `upaiyun.com` and `upcdn.net`.
///
/// The others are the addresses that the providers' products are known by, without a document that lists them.
#[rustfmt::skip]
const PLATFORMS: &[(&str, &str)] = &[
    ("126.net", "网易"), ("1kapp.com", "新浪"), ("aliapp.org", "阿里云、阿里巴巴"), ("alibabacloudcs.com", "阿里云、阿里巴巴"),
    ("alicdn.com", "阿里云、阿里巴巴、淘宝"), ("alicloudapi.com", "阿里云、阿里巴巴"), ("alikunlun.com", "阿里云、阿里巴巴"),
    ("aliyun-zeabur.cn", "Zeabur"), ("aliyuncs.com", "阿里云、阿里巴巴"), ("aliyundrive.com", "阿里云、阿里巴巴"),
    ("amazonaws.com", "亚马逊"), ("amazonaws.com.cn", "亚马逊、光环新网、西云数据"), ("amplifyapp.com", "亚马逊"),
    ("appchizi.com", "新浪"), ("applinzi.com", "新浪"), ("appspot.com", "谷歌"), ("azurestaticapps.net", "微软"),
    ("azurewebsites.net", "微软"), ("baidubce.com", "百度"), ("bcebos.com", "百度"), ("bcehost.com", "百度"),
    ("bspapp.com", "阿里云、阿里巴巴"), ("bytecdn.cn", "字节、抖音"), ("byteimg.com", "字节、抖音"),
    ("canva-apps.cn", "可画、Canva"), ("canva-code.cn", "可画、Canva"), ("canvasite.cn", "可画、Canva"),
    ("chinacloudapi.cn", "世纪互联、微软"), ("cloudbaseapp.cn", "支付宝、蚂蚁"), ("cloudbasefunction.cn", "支付宝、蚂蚁"),
    ("clouddn.com", "七牛"), ("cloudfront.net", "亚马逊"), ("cloudstatic.cn", "支付宝、蚂蚁"), ("dbankcloud.cn", "华为"),
    ("dbankcloud.com", "华为"), ("dcloud.net.cn", "数字天堂"), ("deno.dev", "Deno"), ("devsapp.net", "阿里云、阿里巴巴"),
    ("edgeone.app", "腾讯"), ("edgeone.cool", "腾讯"), ("elasticbeanstalk.com", "亚马逊"), ("fcapp.run", "阿里云、阿里巴巴"),
    ("feishu.cn", "飞书、字节"), ("firebaseapp.com", "谷歌"), ("firebaseio.com", "谷歌"), ("fly.dev", "Fly.io"),
    ("gitee.io", "开源中国、奥思"), ("github.io", "GitHub"), ("gitlab.io", "GitLab"), ("herokuapp.com", "Heroku"),
    ("hf.space", "Hugging Face"), ("huawei-zeabur.cn", "Zeabur"), ("hwcloudlive.com", "华为"),
    ("hwclouds.com", "华为"), ("jcloudcs.com", "京东"), ("jdcloud-oss.com", "京东"), ("khsj.cn", "可画、Canva"),
    ("ksyun.com", "金山云"), ("ksyuncs.com", "金山云"), ("leanapp.cn", "美味书签、LeanCloud"),
    ("lncld.net", "美味书签、LeanCloud"), ("lovable.app", "Lovable"), ("myhuaweicloud.com", "华为"),
    ("myhwclouds.com", "华为"), ("myqcloud.com", "腾讯"), ("myqnapcloud.cn", "QNAP、威联通"),
    ("myshopify.com", "Shopify"), ("netlify.app", "Netlify"), ("ngrok-free.app", "ngrok"),
    ("ngrok-free.dev", "ngrok"), ("ngrok.app", "ngrok"), ("ngrok.dev", "ngrok"), ("ngrok.io", "ngrok"),
    ("nyat.app", "Sakura Frp"), ("on.aws", "亚马逊"), ("onrender.com", "Render"), ("pages.dev", "Cloudflare"),
    ("qbox.me", "七牛"), ("qcloudcdn.com", "腾讯"), ("qiniucdn.com", "七牛"), ("qiniucs.com", "七牛"),
    ("qiniudn.com", "七牛"), ("qq.com", "腾讯、财付通"), ("quickconnect.cn", "群晖、Synology"), ("r2.dev", "Cloudflare"),
    ("railway.app", "Railway"), ("replit.app", "Replit"), ("run.app", "谷歌"), ("servicewechat.com", "腾讯"),
    ("sinaapp.com", "新浪"), ("supabase.co", "Supabase"), ("surge.sh", "Surge"), ("tcloudbase.com", "腾讯"),
    ("tcloudbaseapp.com", "腾讯"), ("tencent-zeabur.cn", "Zeabur"), ("tencentcloudapi.com", "腾讯"),
    ("tencentcs.com", "腾讯"), ("trycloudflare.com", "Cloudflare"), ("ufileos.com", "优刻得"), ("upaiyun.com", "又拍"),
    ("upcdn.net", "又拍"), ("vercel.app", "Vercel"), ("vercel.dev", "Vercel"), ("vercel.run", "Vercel"),
    ("vicp.fun", "贝锐"), ("vipsinaapp.com", "新浪"), ("volccdn.com", "火山引擎、字节"), ("volces.com", "火山引擎、字节"),
    ("web.app", "谷歌"), ("webflow.io", "Webflow"), ("windows.net", "微软"), ("wixsite.com", "Wix"),
    ("wixstudio.com", "Wix"), ("workers.dev", "Cloudflare"), ("wxcloudrun.com", "腾讯"), ("yicp.fun", "贝锐"),
    ("zeabur.app", "Zeabur"), ("zicp.fun", "贝锐"),
];

#[cfg(test)]
mod tests {
    use super::PLATFORMS;

    #[test]
    fn the_list_is_sorted() {
        let names = PLATFORMS.iter().map(|(name, _)| *name);
        assert!(names.clone().zip(names.skip(1)).all(|(one, next)| one < next));
    }
}
