package cn.chuyi.local.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A line of {@code data/hunan-divisions.csv}.
 *
 * @param code six digits; source: GB/T 2260
 * @param level {@code province}, {@code city} or {@code county}
 */
record Division(String code, String level) {

    static List<Division> all() {
        try (var in = Division.class.getResourceAsStream("/data/hunan-divisions.csv")) {
            if (in == null) {
                throw new IllegalStateException("data/hunan-divisions.csv is not on the class path");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read data/hunan-divisions.csv", e);
        }
    }

    private static List<Division> read(InputStream csv) throws IOException {
        return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(fields -> new Division(fields[0], fields[2]))
                .toList();
    }
}
