package cn.chuyi.assessment.catalogue;

import cn.chuyi.kit.decision.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON document that knows its JSON pointer, and refuses what does not belong there.
 *
 * @param value a map, a list, a string, an integer or nothing
 */
record Node(String pointer, @Nullable Object value) {
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d{0,11})(\\.\\d{1,6})?");

    /** A member that must be there. */
    Node at(String name) {
        Node member = new Node(pointer + "/" + name, object().get(name));
        if (member.value == null) {
            throw member.fault("缺少 " + name, name + " is missing");
        }
        return member;
    }

    boolean has(String name) {
        return object().get(name) != null;
    }

    /** Refuses every member that is not named. */
    void only(String... names) {
        for (String name : object().keySet()) {
            if (!Set.of(names).contains(name)) {
                throw new Node(pointer + "/" + name, null).fault("未知字段 " + name, "unknown field " + name);
            }
        }
    }

    List<Node> items() {
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            throw fault("应为非空数组", "must be an array that is not empty");
        }
        var items = new ArrayList<Node>();
        for (Object item : list) {
            items.add(new Node(pointer + "/" + items.size(), item));
        }
        return items;
    }

    Map<String, Node> members() {
        var members = new LinkedHashMap<String, Node>();
        object().forEach((name, member) -> members.put(name, new Node(pointer + "/" + name, member)));
        if (members.isEmpty()) {
            throw fault("不能为空", "must not be empty");
        }
        return members;
    }

    String text() {
        if (!(value instanceof String text) || text.isBlank()) {
            throw fault("应为非空文本", "must be a text that is not empty");
        }
        return text;
    }

    Text bilingual() {
        only("zh", "en");
        return new Text(at("zh").text(), at("en").text());
    }

    String oneOf(Set<String> known) {
        String text = text();
        if (!known.contains(text)) {
            throw fault("未知的取值 " + text, "unknown value " + text + ", known are " + String.join(", ", known));
        }
        return text;
    }

    int integer(int least, int most) {
        if (!(value instanceof Integer number) || number < least || number > most) {
            throw fault("应为 " + least + " 至 " + most + " 的整数", "must be an integer from " + least + " to " + most);
        }
        return number;
    }

    BigDecimal decimal() {
        if (!(value instanceof String text) || !DECIMAL.matcher(text).matches()) {
            throw fault("应为文本形式的十进制数，如 \"12.5\"", "must be a decimal as a string, such as \"12.5\"");
        }
        return new BigDecimal(text);
    }

    BigDecimal decimal(String least, String most) {
        BigDecimal number = decimal();
        if (number.compareTo(new BigDecimal(least)) < 0 || number.compareTo(new BigDecimal(most)) > 0) {
            throw fault("应在 " + least + " 与 " + most + " 之间", "must be between " + least + " and " + most);
        }
        return number;
    }

    MalformedException fault(String zh, String en) {
        return new MalformedException(pointer, zh, en);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> object() {
        if (!(value instanceof Map<?, ?> map)) {
            throw fault("应为对象", "must be an object");
        }
        return (Map<String, Object>) map;
    }
}
