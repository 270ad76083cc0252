package actbench.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the JSON Schema of the spec language for editors, out of the same tables that the loader
 * reads by.
 *
 * <p>It describes what one value may be. What only shows when values are seen together (a setting
 * the model lacks, lists of different lengths, an empty grid) is the loader's alone.
 */
public final class SpecSchema {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Vocabulary vocabulary;
  private final Map<String, Object> definitions = new TreeMap<>();

  private SpecSchema(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The schema as JSON text, draft 2020-12. */
  public static String write(Vocabulary vocabulary) {
    SpecSchema schema = new SpecSchema(vocabulary);
    return MAPPER.writeValueAsString(schema.root()).replace("\r\n", "\n") + "\n";
  }

  private Map<String, Object> root() {
    Map<String, Object> settings = new LinkedHashMap<>();
    Map<String, Object> columns = new LinkedHashMap<>();
    Map<String, Object> conditions = new LinkedHashMap<>();
    descriptions()
        .forEach(
            (key, description) -> {
              Map<String, Object> one = defined(key, value(key));
              Map<String, Object> sweep = described(description, either(one, listOf(one, true)));
              settings.put(key, defined("sweep-" + key, sweep));
              conditions.put(key, defined("match-" + key, either(one, listOf(one, false))));
              columns.put(key, listOf(one, false));
            });
    definitions.put("zip-map", nonEmpty(object(columns)));
    definitions.put("match", nonEmpty(object(conditions)));
    definitions.put("seeds", seeds());

    Map<String, Object> variant = new LinkedHashMap<>(settings);
    variant.put(Structure.SEEDS, structure(Structure.SEEDS, ref("seeds")));
    Map<String, Object> include = new LinkedHashMap<>(variant);
    Map<String, Object> zip = either(ref("zip-map"), listOf(ref("zip-map"), false));
    variant.put(Structure.ZIP, structure(Structure.ZIP, zip));
    variant.put(Structure.EXCLUDE, structure(Structure.EXCLUDE, listOf(ref("match"), false)));
    definitions.put("variant", object(variant));
    definitions.put("include-point", object(include));

    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(
        Structure.NAME,
        structure(
            Structure.NAME, ordered("type", "string", "pattern", "^[a-z0-9][a-z0-9._-]{0,99}$")));
    properties.putAll(variant);
    Map<String, Object> measure = ordered("enum", Measure.words());
    properties.put(
        Structure.MEASURE, structure(Structure.MEASURE, either(measure, listOf(measure, true))));
    properties.put(
        Structure.INCLUDE, structure(Structure.INCLUDE, listOf(ref("include-point"), false)));
    Map<String, Object> named =
        ordered("type", "object", "minProperties", 1, "additionalProperties", ref("variant"));
    properties.put(
        Structure.VARIANTS,
        structure(Structure.VARIANTS, either(listOf(ref("variant"), false), named)));

    Map<String, Object> root =
        ordered(
            "$schema",
            "https://json-schema.org/draft/2020-12/schema",
            "title",
            "actbench experiment",
            "description",
            "A scalar fixes a setting, a list sweeps it; the product of all lists is the grid.");
    root.putAll(object(properties));
    root.put("$defs", definitions);
    return root;
  }

  /** All settings with what they are for, general ones first. */
  private Map<String, String> descriptions() {
    Map<String, String> descriptions = new LinkedHashMap<>();
    Setting.ALL.forEach(each -> descriptions.put(each.key(), each.value().doc()));
    Map<String, List<String>> owners = new TreeMap<>();
    for (Term model : vocabulary.catalogue("model")) {
      for (Parameter parameter : model.parameters()) {
        owners.computeIfAbsent(parameter.name(), key -> new ArrayList<>()).add(model.name());
        descriptions.putIfAbsent(parameter.name(), parameter.doc());
      }
    }
    owners.forEach(
        (key, models) -> descriptions.merge(key, String.join(", ", models), "%s (%s)"::formatted));
    return descriptions;
  }

  private Map<String, Object> value(String key) {
    var general = Vocabulary.general(key);
    if (general.isPresent() && general.get().catalogue()) {
      return catalogue(general.get());
    } else if (general.isPresent()) {
      return number(general.get());
    }
    List<Object> any = new ArrayList<>();
    vocabulary
        .modelsWith(key)
        .forEach(model -> any.add(value(model.parameter(key).orElseThrow(), false)));
    List<Object> distinct = any.stream().distinct().toList();
    return either(distinct.toArray());
  }

  private Map<String, Object> number(Setting setting) {
    if (!setting.mustBeOffered()) {
      return value(setting.value(), true);
    }
    Map<String, Object> none = ordered("const", "none");
    return vocabulary.offered().contains(setting.key())
        ? either(value(setting.value(), true), none)
        : either(ordered("const", 0), none);
  }

  private Map<String, Object> catalogue(Setting setting) {
    List<Object> names = new ArrayList<>();
    List<Object> shapes = new ArrayList<>();
    if (setting.presence() == Setting.Presence.OPTIONAL) {
      names.add(setting.value().defaultValue().orElseThrow());
    }
    for (Term term : vocabulary.catalogue(setting.key())) {
      List<Object> words = new ArrayList<>();
      words.add(term.name());
      words.addAll(term.aliases());
      names.addAll(words);
      boolean parameters = !setting.key().equals("model");
      shapes.add(choice(words, term, parameters ? term.parameters() : List.of()));
    }
    if (setting.presence() == Setting.Presence.OPTIONAL) {
      Map<String, Object> name = ordered("const", setting.value().defaultValue().orElseThrow());
      shapes.add(named(new LinkedHashMap<>(Map.of("name", name))));
    }
    for (OpenForm form : vocabulary.open(setting.key())) {
      Map<String, Object> text =
          form.isFree()
              ? ordered("type", "string", "pattern", form.pattern())
              : ordered("type", "string", "minLength", 1);
      if (form.named()) {
        shapes.add(described(form.doc(), text));
      }
      shapes.add(described(form.doc(), open(form, text)));
    }
    shapes.add(0, ordered("enum", names.stream().distinct().toList()));
    Map<String, Object> schema = either(shapes.toArray());
    if (setting.presence() != Setting.Presence.REQUIRED) {
      schema.put("default", setting.value().defaultValue().orElseThrow());
    }
    return schema;
  }

  private static Map<String, Object> choice(
      List<Object> words, Term term, List<Parameter> parameters) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("name", ordered("enum", words));
    parameters.forEach(each -> properties.put(each.name(), swept(each)));
    return described(term.doc(), named(properties));
  }

  private static Map<String, Object> swept(Parameter parameter) {
    Map<String, Object> value = value(parameter, true);
    return described(parameter.doc(), either(value, listOf(value, true)));
  }

  /** A text with what may stand beside it. */
  private static Map<String, Object> open(OpenForm form, Map<String, Object> text) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(form.key(), text);
    form.parameters().forEach(each -> properties.put(each.name(), swept(each)));
    Map<String, Object> schema = object(properties);
    schema.put("required", List.of(form.key()));
    if (form.isFree()) {
      Map<String, Object> number = ordered("type", "number");
      schema.put("additionalProperties", either(number, listOf(number, true)));
    }
    return schema;
  }

  private static Map<String, Object> named(Map<String, Object> properties) {
    Map<String, Object> schema = object(properties);
    schema.put("required", List.of("name"));
    return schema;
  }

  private static Map<String, Object> value(Parameter parameter, boolean withDefault) {
    Map<String, Object> schema =
        switch (parameter.kind()) {
          case INTEGER -> range(parameter, "integer");
          case NUMBER -> range(parameter, "number");
          case FLAG -> ordered("type", "boolean");
          case WORD -> ordered("enum", parameter.words());
          case TEXT -> ordered("type", List.of("string", "number"));
        };
    if (withDefault) {
      parameter.defaultValue().ifPresent(each -> schema.put("default", each));
    }
    return schema;
  }

  private static Map<String, Object> range(Parameter parameter, String type) {
    Map<String, Object> schema = ordered("type", type);
    if (Double.isFinite(parameter.min())) {
      schema.put(parameter.minExclusive() ? "exclusiveMinimum" : "minimum", plain(parameter.min()));
    }
    if (Double.isFinite(parameter.max())) {
      schema.put(parameter.maxExclusive() ? "exclusiveMaximum" : "maximum", plain(parameter.max()));
    }
    return schema;
  }

  private static Object plain(double value) {
    return value == Math.rint(value) ? (Object) (long) value : (Object) value;
  }

  private static Map<String, Object> seeds() {
    Map<String, Object> count =
        ordered("type", "integer", "minimum", 1, "maximum", SpecLoader.MOST_RUNS);
    Map<String, Object> seed =
        ordered("type", "integer", "minimum", 1, "maximum", Integer.MAX_VALUE);
    return either(count, listOf(seed, true));
  }

  private static Map<String, Object> structure(String key, Map<String, Object> schema) {
    return described(Structure.doc(key), schema);
  }

  private static Map<String, Object> described(String doc, Map<String, Object> schema) {
    Map<String, Object> described = new LinkedHashMap<>();
    if (!doc.isEmpty()) {
      described.put("description", doc);
    }
    described.putAll(schema);
    return described;
  }

  /** Puts the schema among the definitions and gives the reference to it. */
  private Map<String, Object> defined(String name, Map<String, Object> schema) {
    definitions.put(name, schema);
    return ref(name);
  }

  private static Map<String, Object> ref(String definition) {
    return ordered("$ref", "#/$defs/" + definition);
  }

  private static Map<String, Object> object(Map<String, Object> properties) {
    return ordered("type", "object", "properties", properties, "additionalProperties", false);
  }

  private static Map<String, Object> nonEmpty(Map<String, Object> object) {
    object.put("minProperties", 1);
    return object;
  }

  private static Map<String, Object> listOf(Map<String, Object> item, boolean distinct) {
    Map<String, Object> list = ordered("type", "array", "minItems", 1, "items", item);
    if (distinct) {
      list.put("uniqueItems", true);
    }
    return list;
  }

  private static Map<String, Object> either(Object... schemas) {
    return ordered("anyOf", List.of(schemas));
  }

  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
