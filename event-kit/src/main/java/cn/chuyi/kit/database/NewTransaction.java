package cn.chuyi.kit.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.concurrent.Callable;

/** A transaction of its own, and another one when it was overtaken. */
public final class NewTransaction {
    private NewTransaction() {}

    /** @param work remembers nothing any more once it was overtaken, so that it then looks at what is there */
    public static <T> T call(Callable<T> work) {
        while (true) {
            try {
                return QuarkusTransaction.requiringNew().call(work);
            } catch (OvertakenException e) {
                continue;
            }
        }
    }

    /** As {@link #call}. */
    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }
}
