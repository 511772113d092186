package cn.chuyi.kit.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * Says of the values of a map that they are the decimals that they are everywhere else. The schema that a service gives for
 * decimals is not looked up for these, so they would be documented as JSON numbers.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class DecimalMaps implements OASFilter {

    @Override
    public @Nullable Schema filterSchema(Schema schema) {
        var values = schema.getAdditionalPropertiesSchema();
        if (values != null && values.getType() != null && values.getType().contains(SchemaType.NUMBER)) {
            schema.setAdditionalPropertiesSchema(OASFactory.createSchema().ref("Decimal"));
        }
        return schema;
    }
}
