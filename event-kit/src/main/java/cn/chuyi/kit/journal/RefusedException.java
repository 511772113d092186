package cn.chuyi.kit.journal;

import cn.chuyi.kit.decision.Refusal;

/** Carries a refusal out of the transaction; the HTTP shell makes a problem of it. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.rule().name(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
