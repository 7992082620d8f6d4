//! Builds the module and writes the page: one HTML file, which works from the disk.
//!
//! ```text
//! rustup target add wasm32-unknown-unknown
//! cargo run --manifest-path examples/web_form/Cargo.toml -- form.html
//! ```
//!
//! Exit status: 0, or 2 where the module could not be built or the page not be written.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs, io};

use file::page_of;

mod file;

const TARGET: &str = "wasm32-unknown-unknown";

fn main() -> ExitCode {
    let out = env::args_os().nth(1).map_or_else(|| PathBuf::from("form.html"), PathBuf::from);
    let done = built().and_then(|module| fs::read(module)).and_then(|module| {
        let page = page_of(&module);
        fs::write(&out, &page)?;
        Ok((module.len(), page.len()))
    });
    match done {
        Ok((module, page)) => {
            println!("{}: {page} bytes, of the module {module}", out.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

/// Compiles the crate for the browser.
fn built() -> io::Result<PathBuf> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| package.join("target"), PathBuf::from);
    let status = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["build", "--locked", "--release", "--lib", "--target", TARGET, "--manifest-path"])
        .arg(package.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(&target)
        .status()?;
    if !status.success() {
        return Err(io::Error::other(format!(
            "the module could not be built; the target is added with `rustup target add {TARGET}`"
        )));
    }
    Ok(target.join(TARGET).join("release").join("beian_web_form.wasm"))
}
