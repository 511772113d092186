package cn.chuyi.bench;

import cn.chuyi.local.ClassArchive;
import cn.chuyi.local.Compiler;
import cn.chuyi.local.Layout;
import cn.chuyi.local.LocalKafka;
import cn.chuyi.local.LocalPostgres;
import cn.chuyi.local.Ports;
import java.nio.file.Path;

/** A broker and a PostgreSQL as the suite starts them, crash-safe, on free ports, for one benchmark alone. */
public record Infrastructure(LocalKafka kafka, LocalPostgres postgres, ProcessHandle postgresProcess) {

    /** @param folder of their data and logs */
    public static Infrastructure start(Opened opened, Path root, Path folder, Compiler compiler) {
        var node =
                new LocalKafka.Node(folder.resolve("kafka"), folder.resolve("kafka.log"), Ports.free(), Ports.free());
        var kafka =
                opened.open(() -> LocalKafka.persistent(new Layout(root), node, compiler, ClassArchive.NONE, _ -> {}));
        var data = folder.resolve("postgres");
        var postgres = opened.open(() -> LocalPostgres.persistent(data, folder.resolve("postgres.log"), Ports.free()));
        return new Infrastructure(kafka, postgres, LocalPostgres.process(data).orElseThrow());
    }
}
