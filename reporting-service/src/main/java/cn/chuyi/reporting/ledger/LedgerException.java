package cn.chuyi.reporting.ledger;

import java.sql.SQLException;

/** A statement failed. Whether it is worth another try is told by the {@link SQLException} that caused it. */
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LedgerException(String statement, Exception cause) {
        super(
                cause.getMessage() + " in: "
                        + statement.strip().lines().findFirst().orElse(""),
                cause);
    }
}
