//! What a form depends on, as parameters of an address, each by its name on the wire; `province` by its two digits.

use beian::form::FormRequest;
use beian::service::ServiceKind;
use beian::value::Province;
use beian::{OrderKind, PrincipalKind, Text, UnknownName};

use crate::answer::Chosen;
use crate::problem::Problem;

/// The parameters, those that have to be given first.
const PARAMETERS: [&str; 4] = ["order", "principal", "service", "province"];

/// Reads `order=…&principal=…` and, where they are given, `&service=…&province=…`.
pub(crate) fn form(chosen: Chosen, query: &str) -> Result<FormRequest, Problem> {
    let mut given: [Option<&str>; PARAMETERS.len()] = [None; PARAMETERS.len()];
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let place = PARAMETERS.iter().zip(&mut given).find(|(known, _)| **known == name);
        let Some((_, place)) = place else {
            return Err(Problem::bad_query(chosen, name, text("不存在。", "does not exist."), &PARAMETERS));
        };
        if place.replace(value).is_some() {
            return Err(Problem::bad_query(chosen, name, text("重复。", "stands there twice."), &[]));
        }
    }
    let [order, principal, service, province] = given;
    let absent = |name| Problem::bad_query(chosen, name, text("缺失。", "is missing."), &[]);
    let unknown = |name: &'static str| {
        move |error: UnknownName| {
            let said = text("没有这个取值。", "has no such value.");
            Problem::bad_query(chosen, name, said, error.accepted())
        }
    };
    let order: OrderKind = order.ok_or_else(|| absent("order"))?.parse().map_err(unknown("order"))?;
    let principal: PrincipalKind =
        principal.ok_or_else(|| absent("principal"))?.parse().map_err(unknown("principal"))?;
    let mut request = FormRequest::new(order, principal);
    request.service = service.map(str::parse::<ServiceKind>).transpose().map_err(unknown("service"))?;
    request.province = province.map(str::parse::<Province>).transpose().map_err(unknown("province"))?;
    Ok(request)
}

const fn text(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}
