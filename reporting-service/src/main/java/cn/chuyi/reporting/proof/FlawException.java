package cn.chuyi.reporting.proof;

/** The first thing that is wrong. */
public final class FlawException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Flaw flaw;

    public FlawException(Flaw flaw, String message) {
        super(message, null, false, false);
        this.flaw = flaw;
    }

    public Flaw flaw() {
        return flaw;
    }

    FlawException in(String file) {
        return new FlawException(flaw, file + ": " + getMessage());
    }
}
