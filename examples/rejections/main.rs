//! Published reasons for which orders are refused, each as an order with the finding that foresees it, and those
//! that no library can foresee.
//!
//! ```text
//! cargo run --example rejections
//! cargo run --example rejections -- --lang zh
//! ```
#![allow(clippy::unwrap_used, missing_docs)]

use std::io;
use std::process::ExitCode;

use beian::{validate, Language, Rulebook, Text};
use common::{Arguments, Opt, World};
use order::edited;
use reasons::{reasons, text, Reason, Unforeseen, UNFORESEEN};

#[path = "../common/mod.rs"]
mod common;
mod order;
mod reasons;

const OPTIONS: &[Opt] = &[common::LANG, common::HELP];

const HELP: Text = text(
    "列出公开的备案驳回原因：每条作为一个订单检查，显示能预见它的规则；无法预见的给出原因。\n\n用法：rejections [--lang zh|en]\n",
    "Lists published reasons of refusal: each as an order, with the rule that foresees it; those that cannot be foreseen\nwith the reason.\n\nUsage: rejections [--lang zh|en]\n",
);

fn main() -> ExitCode {
    common::start(run)
}

/// Runs the program and gives its exit status: 1 where a reason is not foreseen that should be.
///
/// # Errors
/// Where the output cannot be written.
pub(crate) fn run(world: &mut World<'_>) -> io::Result<u8> {
    let arguments = match Arguments::read(world, OPTIONS) {
        Ok(arguments) => arguments,
        Err(message) => {
            writeln!(world.err, "{message}")?;
            return Ok(common::FAILURE);
        }
    };
    let language = arguments.language(world);
    if arguments.has(&common::HELP) {
        world.out.write_all(HELP.get(language).as_bytes())?;
        return Ok(0);
    }
    let reasons = reasons();
    let mut foreseen = 0;
    for reason in &reasons {
        foreseen += usize::from(show(reason, language, world.out)?);
    }
    for Unforeseen { refused_for, source, because } in UNFORESEEN {
        let (refused_for, because) = (refused_for.get(language), because.get(language));
        match language {
            Language::Zh => writeln!(world.out, "无法预见  {refused_for}（{source}）\n          {because}")?,
            Language::En => {
                writeln!(world.out, "unforeseeable  {refused_for} ({source})\n               {because}")?;
            }
        }
    }
    let all = reasons.len() + UNFORESEEN.len();
    match language {
        Language::Zh => writeln!(world.out, "\n共 {all} 条公开的驳回原因，预见 {foreseen} 条。")?,
        Language::En => writeln!(world.out, "\n{foreseen} of {all} published reasons are foreseen.")?,
    }
    Ok(u8::from(foreseen != reasons.len()))
}

/// Shows a reason with its finding; whether there is one.
fn show(reason: &Reason, language: Language, out: &mut dyn io::Write) -> io::Result<bool> {
    let request = edited((reason.edits)());
    let report = validate(&request.order, &request.context, &Rulebook::default());
    let refused_for = reason.refused_for.get(language);
    let Some(finding) = report.findings.iter().find(|finding| finding.rule() == reason.rule) else {
        writeln!(out, "-  {refused_for} ({})", reason.source)?;
        return Ok(false);
    };
    match language {
        Language::Zh => writeln!(out, "预见  {refused_for}（{}）", reason.source)?,
        Language::En => writeln!(out, "foreseen  {refused_for} ({})", reason.source)?,
    }
    let indent = if language == Language::Zh { "      " } else { "          " };
    let place = match finding.path.to_string() {
        path if path.is_empty() => "/".to_owned(),
        path => path,
    };
    writeln!(out, "{indent}{} {place}", finding.rule())?;
    writeln!(out, "{indent}{}", finding.message(language))?;
    Ok(true)
}
