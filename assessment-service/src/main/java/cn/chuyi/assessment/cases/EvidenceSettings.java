package cn.chuyi.assessment.cases;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Where uploaded evidence is kept and what is taken. */
@ConfigMapping(prefix = "chuyi.evidence")
interface EvidenceSettings {

    /** Folder for the bytes, one file a digest, shared by all replicas; without it they lie in the database. */
    Optional<Path> directory();

    /** Largest file; the server's own limit for a body must lie above it. */
    @WithDefault("20M")
    MemorySize maximumSize();

    /** Media types that are taken. */
    @WithDefault("application/pdf,image/jpeg,image/png,application/zip,text/csv,"
            + "application/vnd.openxmlformats-officedocument.wordprocessingml.document,"
            + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    Set<String> mediaTypes();
}
