package cn.chuyi.bench;

import cn.chuyi.bench.suite.RunningSuite;
import cn.chuyi.local.Compiler;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the benchmarks of one call have in common. */
public final class Run {
    private final Path root;
    private final boolean quick;
    private final Compiler compiler;
    private final Opened opened;
    private @Nullable Opened shared;
    private @Nullable RunningSuite suite;

    /**
     * @param root of the tree
     * @param quick with less of everything
     * @param compiler of the services, the broker, and whoever is measured beside them
     * @param opened what must not outlive the call
     */
    Run(Path root, boolean quick, Compiler compiler, Opened opened) {
        this.root = root;
        this.quick = quick;
        this.compiler = compiler;
        this.opened = opened;
    }

    public Path root() {
        return root;
    }

    public boolean quick() {
        return quick;
    }

    public Compiler compiler() {
        return compiler;
    }

    public Opened opened() {
        return opened;
    }

    /** The suite with its demo year: started for the first who asks, shared by all, stopped at the end of the call. */
    public RunningSuite suite() throws IOException {
        if (suite == null) {
            shared = opened.within();
            suite = RunningSuite.start(shared, root, compiler);
        }
        return suite;
    }

    /** Stops the shared suite, for what needs the machine or the tree for itself. */
    void stopSuite() {
        if (shared != null) {
            shared.close();
            suite = null;
        }
    }
}
