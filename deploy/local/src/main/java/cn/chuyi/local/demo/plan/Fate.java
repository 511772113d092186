package cn.chuyi.local.demo.plan;

import org.jspecify.annotations.Nullable;

/**
 * What the year has in store for a unit.
 *
 * @param quality how well it does, 0..1; everything else of the unit is thrown around it
 * @param twin code of the unit whose year this one repeats to the letter, which makes a tie
 */
record Fate(
        Unit unit,
        double quality,
        Station goal,
        Part part,
        @Nullable String twin) {

    /** A part that somebody has to play, so that everything that the rules know occurs. */
    enum Part {
        NONE,
        /** Would be excellent, but for an accident. */
        ACCIDENT,
        /** Good, demoted for false data. */
        FALSE_DATA,
        /** Qualified, sunk by diverted funds. */
        DIVERTED_FUNDS,
        /** An accident that changes nothing, since the grade is low already. */
        ACCIDENT_IN_VAIN,
        AWARDED,
        LATE,
        UNLAWFUL_INTERNSHIPS,
        /** The public school stopped enrolling. */
        SCHOOL_STOPPED,
        /** The city runs the schools and no project is here: too little applies for a grade. */
        BARE_DISTRICT,
        TWIN
    }

    /** Whose dice are thrown: a twin has those of the other. */
    String subject() {
        return twin == null ? unit.code() : twin;
    }

    boolean isTwin() {
        return part == Part.TWIN;
    }
}
