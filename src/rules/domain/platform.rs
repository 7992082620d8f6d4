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
/// Those of Amazon, Cloudflare, GitHub, Google, Heroku, Microsoft, Netlify and Vercel stand in the private part of the
/// public suffix list, or have names there (looked up in 2026-11); the others are the addresses that the providers'
/// products are known by, without a document that lists them.
#[rustfmt::skip]
const PLATFORMS: &[(&str, &str)] = &[
    ("aliapp.org", "阿里云、阿里巴巴"), ("alibabacloudcs.com", "阿里云、阿里巴巴"),
    ("alicdn.com", "阿里云、阿里巴巴、淘宝"), ("alicloudapi.com", "阿里云、阿里巴巴"),
    ("alikunlun.com", "阿里云、阿里巴巴"), ("aliyuncs.com", "阿里云、阿里巴巴"),
    ("aliyundrive.com", "阿里云、阿里巴巴"), ("amazonaws.com", "亚马逊"), ("appspot.com", "谷歌"),
    ("azurewebsites.net", "微软"), ("baidubce.com", "百度"), ("bcebos.com", "百度"), ("bcehost.com", "百度"),
    ("bspapp.com", "数字天堂、阿里云"), ("bytecdn.cn", "字节、抖音"), ("byteimg.com", "字节、抖音"),
    ("chinacloudapi.cn", "世纪互联、微软"), ("clouddn.com", "七牛"), ("cloudfront.net", "亚马逊"),
    ("dbankcloud.cn", "华为"), ("dbankcloud.com", "华为"), ("dcloud.net.cn", "数字天堂"), ("feishu.cn", "飞书、字节"),
    ("firebaseapp.com", "谷歌"), ("firebaseio.com", "谷歌"), ("gitee.io", "开源中国、奥思"), ("github.io", "GitHub"),
    ("herokuapp.com", "Heroku"), ("hwcloudlive.com", "华为"), ("hwclouds.com", "华为"), ("jcloudcs.com", "京东"),
    ("jdcloud-oss.com", "京东"), ("ksyun.com", "金山云"), ("ksyuncs.com", "金山云"),
    ("leanapp.cn", "美味书签、LeanCloud"), ("lncld.net", "美味书签、LeanCloud"), ("myhuaweicloud.com", "华为"),
    ("myhwclouds.com", "华为"), ("myqcloud.com", "腾讯"), ("netlify.app", "Netlify"), ("pages.dev", "Cloudflare"),
    ("qbox.me", "七牛"), ("qcloudcdn.com", "腾讯"), ("qiniucdn.com", "七牛"), ("qiniucs.com", "七牛"),
    ("qiniudn.com", "七牛"), ("qq.com", "腾讯、财付通"), ("servicewechat.com", "腾讯"), ("tcloudbase.com", "腾讯"),
    ("tcloudbaseapp.com", "腾讯"), ("tencentcloudapi.com", "腾讯"), ("tencentcs.com", "腾讯"),
    ("ufileos.com", "优刻得"), ("upaiyun.com", "又拍"), ("upcdn.net", "又拍"), ("vercel.app", "Vercel"),
    ("volccdn.com", "火山引擎、字节"), ("volces.com", "火山引擎、字节"), ("windows.net", "微软"),
    ("workers.dev", "Cloudflare"), ("wxcloudrun.com", "腾讯"),
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
