package cn.chuyi.assessment.catalogue;

import cn.chuyi.kit.decision.Text;

/** Leaves the reading of a catalogue at its first fault; {@link Catalogue} turns it into a refusal. */
final class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String pointer;
    private final transient Text problem;

    MalformedException(String pointer, String zh, String en) {
        super(pointer + ": " + en);
        this.pointer = pointer;
        this.problem = new Text(zh, en);
    }

    String pointer() {
        return pointer;
    }

    Text problem() {
        return problem;
    }
}
