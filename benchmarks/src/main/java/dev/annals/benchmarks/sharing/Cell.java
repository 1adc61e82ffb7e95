package dev.annals.benchmarks.sharing;

import dev.annals.benchmarks.load.Outcome;
import dev.annals.benchmarks.machine.Usage;
import dev.annals.benchmarks.peer.Work;

/** One kind of work, once. */
record Cell(Work work, Arrangement arrangement, Outcome outcome, Usage usage, Rivalry rivalry) {}
