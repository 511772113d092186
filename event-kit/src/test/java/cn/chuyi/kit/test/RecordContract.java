package cn.chuyi.kit.test;

import static cn.chuyi.kit.test.Contract.tree;
import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.event.JsonEventCodec;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** As {@link EventContract}, where every type has a record of its own. */
public abstract class RecordContract<E> extends EventContract<E> {
    private final Map<String, Class<? extends E>> records;

    protected RecordContract(JsonEventCodec<E> codec) {
        super(codec, codec.types().keySet());
        this.records = codec.types();
    }

    @Test
    void a_schema_has_exactly_the_fields_of_its_record_and_demands_those_that_are_never_absent() {
        records.forEach((type, shape) -> {
            JsonNode schema = tree(contract.schema(type));
            var components = Arrays.asList(shape.getRecordComponents());
            assertThat(schema.path("properties").fieldNames())
                    .toIterable()
                    .as(type)
                    .containsExactlyInAnyOrderElementsOf(names(components));
            assertThat(schema.path("required"))
                    .extracting(JsonNode::asText)
                    .as(type)
                    .containsExactlyInAnyOrderElementsOf(names(components.stream()
                            .filter(RecordContract::isAlwaysThere)
                            .toList()));
        });
    }

    private static List<String> names(List<RecordComponent> components) {
        return components.stream().map(RecordComponent::getName).toList();
    }

    private static boolean isAlwaysThere(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
