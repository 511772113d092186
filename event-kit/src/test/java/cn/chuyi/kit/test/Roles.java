package cn.chuyi.kit.test;

import cn.chuyi.local.Layout;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The roles that the suite's realm knows. */
public final class Roles {
    private Roles() {}

    public static List<String> all() {
        try {
            return new ObjectMapper()
                    .readTree(Layout.here().realm().toFile())
                    .at("/roles/realm")
                    .findValuesAsText("name");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
