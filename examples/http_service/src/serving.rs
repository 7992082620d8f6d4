//! Connections, and the limits of what they may take.

use std::future::Future;
use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{watch, Semaphore};
use tokio::time::{sleep, timeout};

/// What clients may take of the service.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How long the headers of a request may take, the next one's on an open connection included.
    pub headers_within: Duration,
    /// How long a request may take, its body and its answer included.
    pub request_within: Duration,
    /// How long a connection is kept for further requests.
    pub connection_within: Duration,
    /// How many connections there are at once; the system lets others wait.
    pub connections: usize,
    /// How many orders are checked at once, each on a thread of its own.
    pub checks: usize,
    /// How many others may wait for that; who comes then is told to come again.
    pub waiting: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            headers_within: Duration::from_secs(5),
            request_within: Duration::from_secs(10),
            connection_within: Duration::from_secs(5 * 60),
            connections: 1_000,
            // As many as there are processors: a check waits for nothing.
            checks: std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get),
            waiting: 100,
        }
    }
}

/// Answers at `listener` until `shutdown` returns; then requests that are being answered are, within their time.
pub(crate) async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    shutdown: impl Future<Output = ()>,
) -> io::Result<()> {
    let router = TowerToHyperService::new(router);
    let places = Arc::new(Semaphore::new(limits.connections));
    let (tell, told) = watch::channel(());
    let mut shutdown = pin!(shutdown);
    loop {
        let next = async {
            // It is never closed.
            let place = Arc::clone(&places).acquire_owned().await.ok();
            (place, listener.accept().await)
        };
        let (place, accepted) = tokio::select! {
            next = next => next,
            () = &mut shutdown => break,
        };
        let Ok((stream, _)) = accepted else {
            // The client is gone already, or the process has no file left: some may be closed soon.
            sleep(Duration::from_millis(50)).await;
            continue;
        };
        let (router, told) = (router.clone(), told.clone());
        tokio::spawn(async move {
            converse(stream, router, limits, told).await;
            drop(place);
        });
    }
    drop((listener, told));
    // Connections without a request end at once. The channel closes when the last one has ended.
    let _ = tell.send(());
    let _ = timeout(limits.request_within, tell.closed()).await;
    Ok(())
}

/// Answers the requests of a connection until it ends, is old, or the service is told to end.
async fn converse(
    stream: TcpStream,
    router: TowerToHyperService<Router>,
    limits: Limits,
    mut told: watch::Receiver<()>,
) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.headers_within);
    let mut connection = pin!(http.serve_connection(TokioIo::new(stream), router));
    tokio::select! {
        // Errors are the client's: it is gone, or sends no HTTP.
        _ = connection.as_mut() => return,
        _ = told.changed() => {}
        () = sleep(limits.connection_within) => {}
    }
    connection.as_mut().graceful_shutdown();
    let _ = timeout(limits.request_within, connection).await;
}
