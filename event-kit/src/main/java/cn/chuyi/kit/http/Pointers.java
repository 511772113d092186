package cn.chuyi.kit.http;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

/** JSON pointers (RFC 6901) of the places that libraries complain about. */
final class Pointers {
    private Pointers() {}

    static String of(JsonMappingException e) {
        var pointer = new StringBuilder();
        for (var reference : e.getPath()) {
            pointer.append('/')
                    .append(
                            reference.getFieldName() == null
                                    ? reference.getIndex()
                                    : escaped(reference.getFieldName()));
        }
        return pointer.toString();
    }

    /** A field of the body as a pointer; a query or path parameter by its name. */
    static String of(Path path) {
        var pointer = new StringBuilder();
        String parameter = "";
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                index(node, pointer);
                if (node.getKind() == ElementKind.PROPERTY) {
                    pointer.append('/').append(escaped(node.getName()));
                }
            }
        }
        return pointer.isEmpty() ? parameter : pointer.toString();
    }

    private static void index(Path.Node node, StringBuilder pointer) {
        if (node.getIndex() != null) {
            pointer.append('/').append(node.getIndex());
        } else if (node.getKey() != null) {
            pointer.append('/').append(escaped(node.getKey().toString()));
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
