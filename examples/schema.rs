//! Prints the JSON Schema of a document of the wire format.
//!
//! ```text
//! cargo run --features schema --example schema -- report    # or order, context, request (the default)
//! ```
//!
//! Exit status: 0, or 2 where there is no such document.

use std::io::Write as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let schema = match (arguments.next().as_deref(), arguments.next()) {
        (None | Some("request"), None) => beian::schema::request(),
        (Some("order"), None) => beian::schema::order(),
        (Some("context"), None) => beian::schema::context(),
        (Some("report"), None) => beian::schema::report(),
        _ => {
            eprintln!("Usage: schema [request|order|context|report]");
            return ExitCode::from(2);
        }
    };
    match serde_json::to_string_pretty(&schema).map(|json| writeln!(std::io::stdout(), "{json}")) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        _ => ExitCode::from(2),
    }
}
