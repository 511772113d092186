package cn.chuyi.reporting.score;

/**
 * A value, finding or catalogue that the rules of scoring cannot read. No score exists until it is corrected; the message
 * says which text is wrong.
 */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidInputException(String message) {
        super(message);
    }
}
