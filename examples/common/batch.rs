//! Many pieces of work on all cores, with their results in the order of the pieces.
//!
//! A source runs in a thread of its own and feeds the pieces to as many workers as there are cores; whoever asks
//! takes the results. The queues are bounded: who is ahead waits, so that memory does not grow with the number of
//! pieces. When the results are no longer asked for, the source is told at its next piece, and the workers end.

use std::io;
use std::num::NonZeroUsize;
use std::sync::mpsc::{sync_channel, Receiver, SyncSender, TryRecvError};
use std::sync::{Arc, Mutex};
use std::thread;

/// Where a source puts its pieces.
pub(crate) struct Feed<P, R> {
    /// A place in the queue of the results for every piece, in the order of the pieces.
    places: SyncSender<Receiver<R>>,
    pieces: SyncSender<(P, SyncSender<R>)>,
}

/// Nobody asks for results any more.
#[derive(Debug)]
pub(crate) struct Closed;

impl<P, R> Feed<P, R> {
    /// Hands a piece over; waits while as many are under way as may be.
    ///
    /// # Errors
    /// Where nobody asks for results any more.
    pub(crate) fn push(&self, piece: P) -> Result<(), Closed> {
        let (result, place) = sync_channel(1);
        self.places.send(place).map_err(|_| Closed)?;
        self.pieces.send((piece, result)).map_err(|_| Closed)
    }
}

/// The results, in the order of the pieces.
pub(crate) struct Results<R>(Receiver<Receiver<R>>);

impl<R> Results<R> {
    /// The next result; `None` after the last. Where it is not there yet, `wait` runs first.
    ///
    /// # Errors
    /// Where the work on the piece broke down.
    pub(crate) fn next(&self, mut wait: impl FnMut()) -> io::Result<Option<R>> {
        let Ok(place) = receive(&self.0, &mut wait) else { return Ok(None) };
        let lost = |_| io::Error::other("the work on a piece broke down");
        receive(&place, &mut wait).map(Some).map_err(lost)
    }
}

fn receive<T>(from: &Receiver<T>, wait: &mut impl FnMut()) -> Result<T, Closed> {
    match from.try_recv() {
        Ok(received) => Ok(received),
        Err(TryRecvError::Disconnected) => Err(Closed),
        Err(TryRecvError::Empty) => {
            wait();
            from.recv().map_err(|_| Closed)
        }
    }
}

/// How many pieces are under way at most, besides those in the hands of the source and of the workers.
pub(crate) fn capacity() -> usize {
    2 * workers()
}

fn workers() -> usize {
    thread::available_parallelism().map_or(1, NonZeroUsize::get)
}

/// Starts to work on what the source feeds.
///
/// # Errors
/// Where no thread can be started.
pub(crate) fn start<P: Send + 'static, R: Send + 'static>(
    source: impl FnOnce(&Feed<P, R>) + Send + 'static,
    work: impl Fn(P) -> R + Send + Sync + 'static,
) -> io::Result<Results<R>> {
    let (places, results) = sync_channel(capacity());
    let (pieces, queue) = sync_channel::<(P, SyncSender<R>)>(capacity());
    let (queue, work) = (Arc::new(Mutex::new(queue)), Arc::new(work));
    for _ in 0..workers() {
        let (queue, work) = (Arc::clone(&queue), Arc::clone(&work));
        thread::Builder::new().spawn(move || loop {
            // Whoever waits for the next piece holds the lock; the others wait for it.
            let next = queue.lock().ok().and_then(|queue| queue.recv().ok());
            let Some((piece, result)) = next else { return };
            // Where nobody asks any more, the result is dropped.
            let _ = result.send(work(piece));
        })?;
    }
    thread::Builder::new().spawn(move || source(&Feed { places, pieces }))?;
    Ok(Results(results))
}
