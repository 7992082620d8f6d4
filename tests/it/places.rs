//! The place of a path in the form: step, label, position.

use beian::{FieldPath, Language, Order, Request, Step};

/// An order of a company: a website with two domains and two resources, an APP on two
/// platforms, and a website with one resource.
const COMPANY: &str = r#"{
    "kind": "first_filing",
    "principal": {"kind": "enterprise", "responsible_person": {"materials": [{"kind": "portrait_side"}, {"kind": "emblem_side"}]}},
    "services": [
        {"kind": "website",
         "domains": [{"name": "example.com"}, {"name": "example.net"}],
         "resources": [{"kind": "cloud_server"}, {"kind": "license_code"}]},
        {"kind": "app",
         "platforms": [
            {"platform": "android", "domains": [{"name": "api.example.com"}]},
            {"platform": "ios", "domains": [{"name": "api.example.com"}], "packages": [{}, {}]}]},
        {"kind": "website", "resources": [{"kind": "cloud_server"}]}
    ]
}"#;

fn order(json: &str) -> Order {
    let request = format!(r#"{{"order": {json}, "context": {{"today": "2026-11-23"}}}}"#);
    Request::from_json(request.as_bytes()).unwrap().order
}

/// Checks places against `path, step, Chinese, English`.
fn assert_places(order: &Order, places: &[(&str, Step, &str, &str)]) {
    for (path, step, zh, en) in places {
        let place = path.parse::<FieldPath>().unwrap().place(order);
        let shown = (place.step, place.show(Language::Zh).to_string(), place.show(Language::En).to_string());
        assert_eq!(shown, (*step, (*zh).to_owned(), (*en).to_owned()), "{path}");
    }
}

#[test]
fn a_field_of_the_form_has_its_step_and_label() {
    #[rustfmt::skip]
    assert_places(&order(COMPANY), &[
        ("/kind", Step::OrderKind, "备案类型", "kind of filing"),
        ("/principal", Step::Principal, "主体信息", "principal"),
        ("/principal/name", Step::Principal, "主办者名称", "principal's name"),
        ("/principal/certificate/number", Step::Principal, "主体证件号码", "number of the principal's certificate"),
        ("/principal/legal_representative/name", Step::Principal, "法定代表人姓名", "name of the legal representative"),
        ("/principal/responsible_person", Step::PrincipalResponsiblePerson, "主体负责人信息", "principal's responsible person"),
        ("/principal/responsible_person/name", Step::PrincipalResponsiblePerson, "主体负责人姓名", "name of the principal's responsible person"),
        ("/principal/responsible_person/mobile_verified", Step::PrincipalResponsiblePerson, "主体负责人手机号短信验证", "SMS verification of the principal's responsible person"),
        ("/services", Step::Service, "服务", "services"),
        ("/services/0/name", Step::Service, "服务 1 · 网站名称", "service 1 · name of the website"),
        ("/services/1/name", Step::Service, "服务 2 · APP 名称", "service 2 · name of the APP"),
        ("/services/1/platforms", Step::AppFeatures, "服务 2 · 应用运行平台", "service 2 · platform of the APP"),
        ("/services/1/platforms/1/packages", Step::AppFeatures, "服务 2 · 平台 2 · 包信息", "service 2 · platform 2 · package"),
        ("/services/0/responsible_person/email", Step::ServiceResponsiblePerson, "服务 1 · 服务负责人电子邮箱", "service 1 · e-mail of the service's responsible person"),
        ("/services/0/open", Step::Service, "服务 1 · 打开状态", "service 1 · whether the service is open"),
        ("/materials", Step::Materials, "其他备案材料", "other materials"),
        ("/agreements", Step::Submission, "协议与承诺", "agreements"),
    ]);
}

#[test]
fn places_of_lists_are_counted_where_there_are_several() {
    #[rustfmt::skip]
    assert_places(&order(COMPANY), &[
        ("/services/1", Step::Service, "服务 2", "service 2"),
        ("/services/0/domains/1/name", Step::Service, "服务 1 · 域名 2 · 网站域名", "service 1 · domain 2 · domain of the website"),
        ("/services/1/platforms/0/domains/0/name", Step::AppFeatures, "服务 2 · 平台 1 · APP 域名", "service 2 · platform 1 · domain of the APP"),
        ("/services/1/platforms/1/packages/1/name", Step::AppFeatures, "服务 2 · 平台 2 · 包 2 · APP 包名", "service 2 · platform 2 · package 2 · package name"),
        ("/services/0/resources/1/code", Step::Service, "服务 1 · 云资源 2 · 备案授权码", "service 1 · cloud resource 2 · filing authorisation code"),
    ]);
}

#[test]
fn what_the_form_has_no_field_for_goes_by_its_key() {
    #[rustfmt::skip]
    assert_places(&order(COMPANY), &[
        ("/services/0/resources/0/public_ip", Step::Service, "服务 1 · 云资源 1 · 公网 IP", "service 1 · cloud resource 1 · public IP"),
        ("/services/2/resources/0/public_ip", Step::Service, "服务 3 · 云资源 · 公网 IP", "service 3 · cloud resource · public IP"),
        ("/services/0/domains/0/registration/registrar", Step::Materials, "服务 1 · 域名 1 · 域名注册信息 · 域名注册商", "service 1 · domain 1 · domain's registration · registrar"),
        ("/services/1/responsible_person/video_verification/province", Step::ServiceResponsiblePerson, "服务 2 · 服务负责人视频核身 · 省份", "service 2 · video verification of the responsible person · province"),
        ("/principal/certificate/valid_until", Step::Principal, "证件信息 · 有效期截止日", "certificate · last day of validity"),
        ("/principal/responsible_person/materials", Step::PrincipalResponsiblePerson, "材料", "materials"),
        ("/principal/responsible_person/materials/1/original", Step::PrincipalResponsiblePerson, "证件国徽面照片 · 是否原件拍摄", "photo of the certificate's emblem side · whether taken from the original"),
        ("", Step::Submission, "订单", "order"),
        ("/contract", Step::Submission, "订单", "order"),
    ]);
}

/// An individual gives the validity of its certificate in the step of the responsible person, an organisation
/// not.
#[test]
fn the_principal_decides_between_steps() {
    let individual = order(r#"{"kind": "first_filing", "principal": {"kind": "individual"}}"#);
    #[rustfmt::skip]
    assert_places(&individual, &[
        ("/principal/certificate/valid_until", Step::PrincipalResponsiblePerson, "证件有效期截止日", "last day of the certificate's validity"),
        ("/principal/responsible_person/video_verification", Step::PrincipalResponsiblePerson, "主体负责人视频核身", "video verification of the principal's responsible person"),
        ("/services/0/responsible_person/name", Step::ServiceResponsiblePerson, "服务 1 · 服务负责人姓名", "service 1 · name of the service's responsible person"),
    ]);
}

#[test]
fn orders_on_something_filed_have_places_too() {
    let migration = order(r#"{"kind": "migrate_account"}"#);
    #[rustfmt::skip]
    assert_places(&migration, &[
        ("/filing_number", Step::Confirmation, "主体备案号", "principal's filing number"),
        ("/responsible_person_contact", Step::Confirmation, "主体负责人联系方式", "contact of the principal's responsible person"),
        ("/target_account", Step::Confirmation, "迁入账号 ID", "id of the account that takes it over"),
    ]);
    let cancellation =
        order(r#"{"kind": "cancel_access", "service_numbers": ["粤ICP备2021000001号-1", "?"]}"#);
    #[rustfmt::skip]
    assert_places(&cancellation, &[
        ("/service_numbers/1", Step::Confirmation, "服务备案号 2", "service's filing number 2"),
        ("/verification", Step::Confirmation, "验证码", "verification by code"),
        ("/verification/verified", Step::Confirmation, "验证码 · 是否通过验证", "verification by code · whether verified"),
    ]);
}

/// A path need not fit the order: an index beyond the end of a list still has its label.
#[test]
fn any_path_has_a_place() {
    let empty = order(r#"{"kind": "first_filing"}"#);
    for path in
        ["/services/7/platforms/3/packages/9/name", "/services/0/materials/0/format", "/0/1", "/services/x/y"]
    {
        let place = path.parse::<FieldPath>().unwrap().place(&empty);
        assert!(!place.label.zh.is_empty() && !place.label.en.is_empty(), "{path}");
    }
    let far: FieldPath = "/services/18446744073709551615/name".parse().unwrap();
    assert_eq!(far.place(&empty).position(Language::En).to_string(), "service 18446744073709551615");
}
