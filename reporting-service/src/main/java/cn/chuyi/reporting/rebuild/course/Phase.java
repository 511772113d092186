package cn.chuyi.reporting.rebuild.course;

/** The steps of a rebuild, in their order. Where some go on side by side, the first that is not done counts. */
public enum Phase {
    /** Records are read; facts go to their table as they come. */
    READING,
    /** Units are scored from memory. */
    DERIVING,
    /** What memory holds of the register goes to its tables. */
    COPYING,
    /** Indexes and keys are made. */
    INDEXING,
    /** Live folding is met, and what it was quicker with is folded too. */
    CATCHING_UP,
    /** What was rebuilt is held against what is live. */
    COMPARING,
    /** The one takes the place of the other; not of a dry run. */
    SWAPPING
}
