namespace Crm.BuildingBlocks.Hosting.Api.Json;

/// <summary>What can be wrong with JSON that was sent.</summary>
internal static class JsonPhrases
{
    public static readonly Phrase Malformed = new("This is not well-formed JSON.", "JSON 格式不正确。");
    public static readonly Phrase TooDeep = new("The JSON is nested deeper than {0} levels.", "JSON 嵌套超过 {0} 层。");
    public static readonly Phrase Unknown = new("This property is not known. Known here: {0}.", "未知属性。可用属性：{0}。");
    public static readonly Phrase UnknownAlone = new("This property is not known.", "未知属性。");
    public static readonly Phrase Missing = new("This property is required.", "缺少必填属性。");
    public static readonly Phrase MissingSome = new("Required properties are missing.", "缺少必填属性。");
    public static readonly Phrase Duplicate = new("A property is given twice.", "属性重复。");
    public static readonly Phrase NamedDuplicate = new("The property '{0}' is given twice.", "属性“{0}”重复。");
    public static readonly Phrase NotNull = new("This may not be null.", "此项不能为空。");
    public static readonly Phrase Unsuitable = new("This value does not have the expected type.", "值的类型不符合要求。");
    public static readonly Phrase Object = new("An object is expected here.", "此处应为对象。");
    public static readonly Phrase Array = new("A list is expected here.", "此处应为列表。");
    public static readonly Phrase Text = new("Text is expected here.", "此处应为文本。");
    public static readonly Phrase IllFormedText = new("Text may not contain U+0000 or half of a surrogate pair.", "文本不能包含 U+0000 或不完整的代理项。");
    public static readonly Phrase Truth = new("true or false is expected here.", "此处应为 true 或 false。");
    public static readonly Phrase WholeNumber = new("A whole number within range is expected here.", "此处应为有效范围内的整数。");
    public static readonly Phrase Number = new("A number within range is expected here.", "此处应为有效范围内的数字。");
    public static readonly Phrase Uuid = new("A UUID such as 0198c5a0-7b1e-7c3a-9d2f-3f1f0e6a5b4c is expected here.", "此处应为 UUID，例如 0198c5a0-7b1e-7c3a-9d2f-3f1f0e6a5b4c。");
    public static readonly Phrase Date = new("A date that exists is expected here, as yyyy-MM-dd.", "此处应为存在的日期，格式 yyyy-MM-dd。");
    public static readonly Phrase Instant = new(
        "An instant is expected here, as 2026-01-31T08:30:00Z or with an offset.", "此处应为带 Z 或时区偏移的时间，例如 2026-01-31T08:30:00Z。");
    public static readonly Phrase OneOf = new("One of these is expected here: {0}.", "此处应为以下值之一：{0}。");
}
