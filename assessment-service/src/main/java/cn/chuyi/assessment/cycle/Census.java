package cn.chuyi.assessment.cycle;

import cn.chuyi.assessment.procedure.State;

/** Counts the cases of a cycle; the cases know. */
public interface Census {

    /** How many cases have not reached a state. */
    long before(CycleId cycle, State state);
}
