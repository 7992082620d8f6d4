//! An allocator that counts what each thread asks of it.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

/// What something asked of the allocator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// How often.
    pub allocations: usize,
    /// How many bytes in all.
    pub bytes: usize,
    /// The most bytes at once.
    pub peak: usize,
}

struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

thread_local! {
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
    static BYTES: Cell<usize> = const { Cell::new(0) };
    static LIVE: Cell<isize> = const { Cell::new(0) };
    static PEAK: Cell<isize> = const { Cell::new(0) };
}

fn add(bytes: usize) {
    let signed = isize::try_from(bytes).unwrap_or(isize::MAX);
    // A thread that ends has no counters any more.
    let _ = ALLOCATIONS.try_with(|count| count.set(count.get() + 1));
    let _ = BYTES.try_with(|count| count.set(count.get() + bytes));
    let live = LIVE.try_with(|live| {
        live.set(live.get() + signed);
        live.get()
    });
    let _ = PEAK.try_with(|peak| peak.set(peak.get().max(live.unwrap_or(0))));
}

fn remove(bytes: usize) {
    let signed = isize::try_from(bytes).unwrap_or(isize::MAX);
    let _ = LIVE.try_with(|live| live.set(live.get() - signed));
}

// SAFETY: everything is the system allocator's; the counters are the thread's own and allocate nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        add(layout.size());
        System.alloc(layout)
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        remove(layout.size());
        System.dealloc(pointer, layout);
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // The new block and the old one are there at once.
        add(size);
        remove(layout.size());
        System.realloc(pointer, layout, size)
    }
}

/// Does something, and says what it cost this thread; what it gives back is let go of before the end.
pub fn counted<T>(work: impl FnOnce() -> T) -> Cost {
    let (allocations, bytes, live) = (ALLOCATIONS.get(), BYTES.get(), LIVE.get());
    PEAK.set(live);
    drop(work());
    Cost {
        allocations: ALLOCATIONS.get() - allocations,
        bytes: BYTES.get() - bytes,
        peak: usize::try_from(PEAK.get() - live).unwrap_or(0),
    }
}
