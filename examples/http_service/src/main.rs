//! Serves the checks of filing orders over HTTP.
//!
//! ```text
//! cargo run --manifest-path examples/http_service/Cargo.toml
//! curl --json @examples/orders/faulty.json -H 'Accept-Language: en' http://127.0.0.1:8080/validate
//! ```
//!
//! The variable `ADDRESS` says where it listens; without it, at `127.0.0.1:8080`.

use std::process::ExitCode;

use beian::Rulebook;
use beian_http_service::{serve, Service};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> ExitCode {
    let address = std::env::var("ADDRESS").unwrap_or_else(|_| "127.0.0.1:8080".to_owned());
    let listener = match TcpListener::bind(&address).await {
        Ok(listener) => listener,
        Err(error) => {
            eprintln!("cannot listen at {address}: {error}");
            return ExitCode::FAILURE;
        }
    };
    // The port may have been left to the system.
    match listener.local_addr() {
        Ok(address) => eprintln!("listening at http://{address}"),
        Err(error) => eprintln!("listening at {address}: {error}"),
    }
    // Another provider's rulebook, or what the service knows better (`Rulebook::patched`), goes in here.
    let service = Service::new(Rulebook::default());
    match serve(listener, service, shutdown()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Returns when the process is asked to end: by Ctrl-C, or by SIGTERM, as an orchestrator does.
async fn shutdown() {
    let interrupted = async {
        // Where the signal cannot be listened for, only the other one ends the service.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}
