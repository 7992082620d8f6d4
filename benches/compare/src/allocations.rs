//! Counts allocations.

use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::sync::atomic::{AtomicU64, Ordering};

/// The system's allocator, counting allocations; growing a buffer counts as another one.
pub(crate) struct Counting;

static COUNT: AtomicU64 = AtomicU64::new(0);

// SAFETY: everything is handed on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        COUNT.fetch_add(1, Ordering::Relaxed);
        System.alloc(layout)
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        System.dealloc(pointer, layout);
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        COUNT.fetch_add(1, Ordering::Relaxed);
        System.realloc(pointer, layout, size)
    }
}

/// How many allocations an operation makes after a first call, which builds what is kept for later calls.
pub(crate) fn of<T>(operation: impl Fn() -> T) -> u64 {
    black_box(operation());
    let before = COUNT.load(Ordering::Relaxed);
    let result = black_box(operation());
    let count = COUNT.load(Ordering::Relaxed) - before;
    drop(result);
    count
}
