package cn.chuyi.local.suite;

/** The suite cannot start, for a reason that the message tells a person in whole sentences; no stack trace is needed. */
final class CannotStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sentences;

    CannotStartException(String sentences) {
        super(sentences);
        this.sentences = sentences;
    }

    String sentences() {
        return sentences;
    }
}
