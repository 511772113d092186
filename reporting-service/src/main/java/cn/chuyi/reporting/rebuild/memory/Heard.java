package cn.chuyi.reporting.rebuild.memory;

import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.ledger.Recorded;

/** A fact on its way into memory. What it came with is made an object of only by who keeps it. */
public interface Heard {

    /** One that is an object already. */
    static Heard of(Recorded recorded) {
        return new Heard() {
            @Override
            public String stream() {
                return recorded.stream();
            }

            @Override
            public Fact fact() {
                return recorded.fact();
            }

            @Override
            public String topic() {
                return recorded.position().topic();
            }

            @Override
            public int partition() {
                return recorded.position().partition();
            }

            @Override
            public long offset() {
                return recorded.position().offset();
            }

            @Override
            public Recorded recorded() {
                return recorded;
            }
        };
    }

    String stream();

    Fact fact();

    String topic();

    int partition();

    long offset();

    Recorded recorded();
}
