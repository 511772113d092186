package cn.chuyi.reporting.proof;

import cn.chuyi.kit.merkle.HashAlgorithm;
import cn.chuyi.reporting.score.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Makes a package of a published county of the demo year, for the tests of {@code deploy/verify}: a package that was
 * given away once must verify for good, so the file there is added to and never replaced. {@code main} takes the file.
 */
final class PackageRecorder {
    private static final String UNIT = "431023";

    private PackageRecorder() {}

    public static void main(String[] arguments) throws IOException {
        var streams =
                Set.of("cycle-CHUYI-2022-2025", "catalogue-CHUYI-2022-2025-COUNTY", "case-CHUYI-2022-2025-" + UNIT);
        var events = Samples.demoYear().stream()
                .filter(event -> streams.contains(event.key()))
                .toList();
        var canonical = Reckoning.canonical(Samples.facts(events), "CHUYI-2022", 2025, UNIT, 1);
        var zip = new UnitPackage("CHUYI-2022", 2025, Level.COUNTY, UNIT, 1, null, canonical, "{}\n", events)
                .zip(Samples.key(1), HashAlgorithm.SHA_256);
        Files.write(Path.of(arguments[0]), zip);
    }
}
