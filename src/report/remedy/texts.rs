//! The texts of remedies in both languages.

use std::fmt;

use crate::path::{FieldPath, Key, Segment};
use crate::report::remedy::{Portion, Remedy};
use crate::text::{Language, Text};

pub(super) fn chinese(remedy: &Remedy, f: &mut impl fmt::Write) -> fmt::Result {
    match remedy {
        Remedy::Set { value, .. } => write!(f, "改为“{}”", value.zh),
        Remedy::Normalize { .. } => f.write_str("改用半角字符，并去除多余的空格和不可见字符"),
        Remedy::Remove { .. } => f.write_str("删除此项"),
        Remedy::Choose { choices, .. } => match choices.as_slice() {
            [only] => write!(f, "确认后改为“{}”", only.zh),
            choices => {
                f.write_str("从以下选项中选择：")?;
                listed(f, "、", choices.iter().map(|choice| choice.label(Language::Zh)))
            }
        },
        Remedy::Tick { agreement } => write!(f, "阅读并勾选《{}》", agreement.text().zh),
        Remedy::UseOrderKind { order_kind, .. } => write!(f, "改为按“{}”提交", order_kind.text().zh),
        Remedy::Divide { orders } => {
            write!(f, "分为 {} 个订单依次办理：", orders.len())?;
            for (place, Portion { order_kind, services }) in orders.iter().enumerate() {
                f.write_str(if place == 0 { "" } else { "；" })?;
                f.write_str(order_kind.text().zh)?;
                if !services.is_empty() {
                    f.write_str("（服务 ")?;
                    listed(f, "、", services.iter().map(|service| service.saturating_add(1)))?;
                    f.write_str("）")?;
                }
            }
            Ok(())
        }
        Remedy::Split { max, metric } => {
            write!(f, "拆分为多个订单，每个订单最多 {max} 个{}", metric.text().zh)
        }
        Remedy::SubmitFirst { order_kind } => write!(f, "先办理“{}”", order_kind.text().zh),
        Remedy::AddMaterial { materials, approval, .. } => {
            f.write_str(if materials.len() == 1 { "上传" } else { "上传以下材料之一：" })?;
            listed(f, "、", materials.iter().map(|material| material.text().zh))?;
            approval.map_or(Ok(()), |approval| write!(f, "（{}）", approval.text().zh))
        }
        Remedy::MoveMaterial { to, .. } => write!(f, "移到{}的材料中", owner(to).zh),
        Remedy::WaitUntil { date } => write!(f, "在 {date} 及以后提交"),
        Remedy::Other { zh, .. } => f.write_str(zh),
    }
}

pub(super) fn english(remedy: &Remedy, f: &mut impl fmt::Write) -> fmt::Result {
    match remedy {
        Remedy::Set { value, .. } => write!(f, "Change it to “{}”", value.en),
        Remedy::Normalize { .. } => {
            f.write_str("Use half-width characters, and remove stray spaces and invisible characters")
        }
        Remedy::Remove { .. } => f.write_str("Remove this"),
        Remedy::Choose { choices, .. } => match choices.as_slice() {
            [only] => write!(f, "Change it to “{}”, if that is right", only.en),
            choices => {
                f.write_str("Choose one of: ")?;
                listed(f, ", ", choices.iter().map(|choice| choice.label(Language::En)))
            }
        },
        Remedy::Tick { agreement } => write!(f, "Read the {} and tick it", agreement.text().en),
        Remedy::UseOrderKind { order_kind, .. } => write!(f, "Submit it as: {}", order_kind.text().en),
        Remedy::Divide { orders } => {
            write!(f, "Submit {} orders, one after the other: ", orders.len())?;
            for (place, Portion { order_kind, services }) in orders.iter().enumerate() {
                f.write_str(if place == 0 { "" } else { "; " })?;
                f.write_str(order_kind.text().en)?;
                if !services.is_empty() {
                    f.write_str(if services.len() == 1 { ", service " } else { ", services " })?;
                    listed(f, ", ", services.iter().map(|service| service.saturating_add(1)))?;
                }
            }
            Ok(())
        }
        Remedy::Split { max: 1, metric } => write!(f, "Split it into orders of 1 {} each", metric.text().en),
        Remedy::Split { max, metric } => {
            write!(f, "Split it into orders of at most {max} {}s each", metric.text().en)
        }
        Remedy::SubmitFirst { order_kind } => {
            write!(f, "First complete this order: {}", order_kind.text().en)
        }
        Remedy::AddMaterial { materials, approval, .. } => {
            f.write_str(if materials.len() == 1 { "Upload the " } else { "Upload one of: " })?;
            listed(f, ", ", materials.iter().map(|material| material.text().en))?;
            approval.map_or(Ok(()), |approval| write!(f, " ({})", approval.text().en))
        }
        Remedy::MoveMaterial { to, .. } => write!(f, "Move it to the materials of the {}", owner(to).en),
        Remedy::WaitUntil { date } => write!(f, "Submit on {date} or later"),
        Remedy::Other { en, .. } => f.write_str(en),
    }
}

/// Whose list of materials this is: the principal's, a service's, a responsible person's, the order's.
fn owner(materials: &FieldPath) -> Text {
    match materials.segments() {
        [Segment::Key(Key::Principal), _] => Text { zh: "主体", en: "principal" },
        [Segment::Key(Key::Principal), ..] => {
            Text { zh: "主体负责人", en: "principal's responsible person" }
        }
        [Segment::Key(Key::Services), _, _] => Text { zh: "服务", en: "service" },
        [Segment::Key(Key::Services), ..] => {
            Text { zh: "服务负责人", en: "service's responsible person" }
        }
        _ => Text { zh: "订单", en: "order" },
    }
}

fn listed(
    f: &mut impl fmt::Write,
    comma: &str,
    items: impl Iterator<Item = impl fmt::Display>,
) -> fmt::Result {
    for (place, item) in items.enumerate() {
        write!(f, "{}{item}", if place == 0 { "" } else { comma })?;
    }
    Ok(())
}
