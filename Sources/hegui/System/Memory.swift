import CMalloc

/// Has freed memory used again rather than handed back to the kernel, which clears each page anew.
func keepFreedMemory() {
  let megabyte: Int32 = 1 << 20
  mallopt(M_MMAP_THRESHOLD, 32 * megabyte)
  mallopt(M_TRIM_THRESHOLD, 64 * megabyte)
  mallopt(M_TOP_PAD, megabyte)
  takePages()
  takeZeroedPages()
}

/// Has the kernel hand over at once the pages of the program's variables, nearly all of which every start writes to.
private func takeZeroedPages() {
  let page: UInt = 4096
  let start = UInt(bitPattern: unsafe hegui_zeroed_start())
  let first = (start + page - 1) / page * page
  let count = Int(start) + hegui_zeroed_size() - Int(first)
  guard count > 0 else { return }
  _ = unsafe madvise(UnsafeMutableRawPointer(bitPattern: first), count, MADV_POPULATE_WRITE)
}

/// Has the kernel hand over at once the memory that every run needs, a large page where it has such and small ones
/// behind it: a fault for each small page costs a start several times as much, and each of them a look into tables that
/// the processor caches.
private func takePages() {
  let (large, small) = (2 << 20, 1 << 20)
  // Room enough that an aligned large page lies in it.
  guard let block = unsafe malloc(2 * large + small) else { return }
  let start = UInt(bitPattern: block)
  let aligned = (start / UInt(large) + 1) * UInt(large)
  // What lies before the page stays untouched, so that memory is taken from the page on.
  guard unsafe realloc(block, Int(aligned - start) - 32) != nil else { return }
  let page = unsafe UnsafeMutableRawPointer(bitPattern: aligned)
  // A kernel that does not know one of these leaves small pages, or the faults.
  _ = unsafe madvise(page, large, MADV_HUGEPAGE)
  _ = unsafe madvise(page, large + small, MADV_POPULATE_WRITE)
}
