package cn.chuyi.bench.rebuild;

import cn.chuyi.reporting.rebuild.Ground;
import cn.chuyi.reporting.rebuild.Rebuild;
import cn.chuyi.reporting.rebuild.table.Schemas;

/** The service's own rebuild, to compared, committed and swapped. */
final class RealRebuild implements Contender {
    private final Ground ground;
    private int rounds;

    RealRebuild(Servers.Address place) {
        this.ground = place.ground();
    }

    @Override
    public long round() {
        var rebuild = new Rebuild(ground);
        var id = "bench" + rounds++;
        boolean first = ground.transactions().call(sql -> !new Schemas(sql).exists(Schemas.LIVE));
        if (first) {
            rebuild.fill(id, (_, _) -> {});
            return 0;
        }
        long[] read = {0};
        var report = rebuild.run(id, false, (_, count) -> read[0] = count.done());
        if (!report.differences().isEmpty()) {
            throw new IllegalStateException("a rebuild differs: " + report.differences());
        }
        return read[0];
    }
}
