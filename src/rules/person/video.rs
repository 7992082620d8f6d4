//! Verification by video.

use crate::engine::context::CheckContext;
use crate::engine::nodes::{ResponsiblePersonNode, Role};
use crate::engine::outcome::Outcome;
use crate::fields;
use crate::path::{Key, Location};
use crate::report::Param;
use crate::rule::{documents, Step};
use crate::rules::completeness;
use crate::text::filled;

rule! {
    /// Each service's responsible person is verified by video. One verification serves every service of the order with the
    /// same responsible person, by certificate kind and number, and may stand on any of them. Asked of organisations in every
    /// filing and change order; of individuals in a first filing and a change of filing, and for APPs in the
    /// other filing orders.
    ///
    /// **Why.** The provider has to see that the responsible person is the person on the certificate.
    ///
    /// **Example.** Two sites with different responsible persons of which one was verified.
    pub(super) VIDEO_VERIFICATION_MISSING = "person.video-verification-missing" {
        severity: Blocker,
        actor: ResponsiblePerson,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [field],
        at: ["{responsible_person}/video_verification"] if Missing,
        sources: [
            stated(FIRST): Step::Services.at("服务信息负责人进行视频核身及材料上传"),
            stated(ACCESS | ADDITIONS | CHANGE): Step::Services.at("视频核身"),
        ],
        summary: {
            zh: "服务负责人须完成视频核身",
            en: "Each service's responsible person must complete the video verification.",
        },
        message: {
            zh: "尚未完成{field}。请负责人本人用微信扫码完成；同一负责人的多个服务只需核验一次。",
            en: "The {field} has not been completed. The responsible person must do it in person by scanning the code in WeChat; once is enough for all services with the same responsible person.",
        },
        check: [ResponsiblePerson(video_verification_missing)],
    }
}

fn video_verification_missing(cx: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    if node.person.video_verification.is_some() {
        return;
    }
    let rows = match node.role {
        Role::PrincipalResponsiblePerson => fields::PRINCIPAL_VIDEO,
        Role::ServiceResponsiblePerson(index) => {
            let responsible_person =
                node.certificate.and_then(|certificate| cx.responsible_person(certificate));
            if responsible_person.is_some_and(|responsible_person| {
                responsible_person.has_video || responsible_person.first_service < index
            }) {
                return;
            }
            fields::SERVICE_VIDEO
        }
    };
    completeness::missing(rows, node.person, node.given(), &node.at, cx, out);
}

rule! {
    /// During verification the responsible person is in the principal's province.
    ///
    /// **Inferred.** These chapters refer to the conditions of the video, which others name.
    ///
    /// **Why.** The authority wants to see that the responsible person works there.
    ///
    /// **Example.** A responsible person of a Zhejiang company is verified in Shanghai.
    pub(super) VIDEO_LOCATION_MISMATCH = "person.video-location-mismatch" {
        severity: Blocker,
        actor: ResponsiblePerson,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [location, province],
        at: ["{responsible_person}/video_verification"],
        sources: [
            stated(FIRST): Step::Services.at("核验人实际定位要和备案主体所在的省份一致"),
            stated(CHANGE): Step::Services.at("核验过程中，服务负责人当前所处的位置须与当前备案主体的所属省份相符"),
            inferred(ACCESS | ADDITIONS): Step::Services.at("视频核身"),
        ],
        summary: {
            zh: "视频核身时负责人须在主体所在省份",
            en: "The responsible person must be in the principal's province during the video verification.",
        },
        message: {
            zh: "视频核身地点为{location}，须在主办者所在的{province}完成。请负责人在{province}重新核身。",
            en: "The video verification was done in {location}; it must be done in {province}, the principal's province. The responsible person has to repeat it there.",
        },
        check: [ResponsiblePerson(video_location_mismatch)],
    }
}

fn video_location_mismatch(cx: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    let (Some(video), Some(province)) = (&node.person.video_verification, cx.province) else { return };
    if out.is_blocked(&Location::ROOT, &[Key::Principal, Key::Region])
        || out.is_blocked(&Location::ROOT, &[Key::FilingNumber])
    {
        return;
    }
    match video.province {
        None => out.needs_input(&node.at, &[Key::VideoVerification, Key::Province]),
        Some(location) if location != province => {
            out.find(&node.at, &[Key::VideoVerification, Key::Province], params![location, province]);
        }
        Some(_) => {}
    }
}

rule! {
    /// The WeChat account used was verified with a mainland mobile, country code 86.
    ///
    /// **Inferred.** Other chapters refer to the conditions of the video, which the first filing names.
    ///
    /// **Why.** Other accounts carry no mainland real-name record.
    ///
    /// **Example.** A WeChat account bound to a Hong Kong number, code 852.
    pub(super) VIDEO_WECHAT_NOT_MAINLAND = "person.video-wechat-not-mainland" {
        severity: Blocker,
        actor: ResponsiblePerson,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [country_code, required],
        at: ["{responsible_person}/video_verification"],
        sources: [
            stated(FIRST): Step::Services.at("请使用中国大陆(+86) 手机号认证的微信号进行核验"),
            inferred(ACCESS | ADDITIONS | CHANGE): Step::Services.at("视频核身"),
        ],
        summary: {
            zh: "视频核身所用微信须以中国大陆手机号（+86）认证",
            en: "The WeChat account used for the video must be verified with a mainland mobile number (+86).",
        },
        message: {
            zh: "视频核身所用微信绑定的是 +{country_code} 手机号，须为 +{required}。请换用以中国大陆手机号认证的微信重新核身。",
            en: "The WeChat account used is bound to a +{country_code} number; it must be +{required}. Repeat the verification with an account verified by a mainland mobile number.",
        },
        check: [ResponsiblePerson(video_wechat_not_mainland)],
    }
}

fn video_wechat_not_mainland(_: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    let Some(video) = &node.person.video_verification else { return };
    let Some(typed_code) = filled(video.wechat_country_code.as_ref()) else {
        return out.needs_input(&node.at, &[Key::VideoVerification, Key::WechatCountryCode]);
    };
    let code = typed_code.trim_start_matches(['+', '0']);
    if code != "86" {
        let shown = if code.len() <= 4 && code.bytes().all(|b| b.is_ascii_digit()) { code } else { "…" };
        out.find(
            &node.at,
            &[Key::VideoVerification, Key::WechatCountryCode],
            params![
                country_code: Param::name(shown),
                required: 86_u32,
            ],
        );
    }
}

rule! {
    /// What the video asks for: a white background, a quiet place, no earphones, hat or glare, dress of the
    /// season; some provinces have a text read out. The pictures are kept.
    ///
    /// **Inferred.** Other chapters refer to the conditions of the video, which the first filing and the changes name.
    ///
    /// **Why.** Videos that show otherwise are returned.
    pub(super) VIDEO_CONDITIONS = "person.video-conditions" {
        severity: Advice,
        actor: ResponsiblePerson,
        orders: WITH_SERVICES,
        needs: [],
        params: [],
        sources: [
            stated(FIRST): Step::Services.at("背靠纯白色背景拍摄，可为纯白色墙体"),
            stated(CHANGE): Step::Services.at("服务负责人视频核验着装要得体，符合当前季节的实际着装情况"),
            inferred(ACCESS | ADDITIONS): Step::Services.at("视频核身"),
        ],
        summary: {
            zh: "视频核身的拍摄要求",
            en: "What the video verification requires.",
        },
        message: {
            zh: "视频核身请在安静处、以白色背景进行，勿戴耳机、帽子或反光眼镜，着装整洁并符合季节；部分省份需朗读指定文字。影像会留存备查。",
            en: "Do the video verification in a quiet place against a white background, without earphones, a hat or reflective glasses, dressed for the season; some provinces require a text to be read aloud. The recording is kept.",
        },
        check: [],
    }
}

rule! {
    /// The video of the responsible person passed the provider's check.
    ///
    /// **Why.** Light, background or angle that does not do, and another face than the certificate's, send the order
    /// back.
    ///
    /// **Example.** A video taken before a window.
    pub(super) VIDEO_NOT_PASSED = "person.video-not-passed" {
        severity: Blocker,
        actor: ResponsiblePerson,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [],
        at: ["{responsible_person}/video_verification"],
        sources: [stated(WITH_SERVICES): documents::REFUSALS_OF_HUAWEI.at("主体与负责人信息 · 真实性核验不通过")],
        summary: {
            zh: "视频核身须通过",
            en: "The video verification must be passed.",
        },
        message: {
            zh: "视频核身未通过。请由负责人本人在光线充足处、以白色背景正对镜头重新核身。",
            en: "The video verification did not pass. The person on the certificate has to repeat it in good light, against a white background, facing the camera.",
        },
        check: [ResponsiblePerson(video_not_passed)],
    }
}

fn video_not_passed(_: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    let Some(video) = &node.person.video_verification else { return };
    match video.passed {
        Some(true) => {}
        Some(false) => out.find(&node.at, &[Key::VideoVerification, Key::Passed], params![]),
        None => out.needs_input(&node.at, &[Key::VideoVerification, Key::Passed]),
    }
}
