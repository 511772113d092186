package cn.chuyi.reporting.score;

import cn.chuyi.kit.decision.Text;

/**
 * A value, finding or catalogue that the rules of scoring cannot read. No score exists until it is corrected; the text says
 * which part is wrong, without a full stop, as it may stand within a sentence. The message is the English one, for logs.
 */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Text text;

    public InvalidInputException(String zh, String en) {
        super(en);
        this.text = new Text(zh, en);
    }

    public Text text() {
        return text;
    }

    /** The same, with the indicator that it is about. */
    InvalidInputException of(Indicator indicator) {
        return new InvalidInputException(indicator.code() + "：" + text.zh(), indicator.code() + ": " + text.en());
    }
}
