namespace Crm.BuildingBlocks.Hosting.Api.Lists;

/// <summary>What can be wrong with the query of a list.</summary>
internal static class ListPhrases
{
    public static readonly Phrase UnknownParameter = new("This parameter is not known. Known are: {0}.", "未知参数。可用参数：{0}。");
    public static readonly Phrase Duplicate = new("This parameter is given more than once.", "参数重复。");
    public static readonly Phrase UnknownFilter = new("This field cannot be filtered. Fields that can: {0}.", "该字段不能筛选。可筛选字段：{0}。");
    public static readonly Phrase UnknownOperator = new(
        "The operator '{0}' is not known for this field. Known are: {1}.", "该字段不支持运算符“{0}”。可用：{1}。");
    public static readonly Phrase UnknownSort = new("'{0}' cannot be sorted by. Fields that can: {1}.", "不能按“{0}”排序。可排序字段：{1}。");
    public static readonly Phrase SortTwice = new("'{0}' is named twice.", "“{0}”重复出现。");
    public static readonly Phrase TooManySorts = new("At most {0} fields can be sorted by.", "最多按 {0} 个字段排序。");
    public static readonly Phrase TooManyFilters = new("At most {0} filters can be given.", "最多使用 {0} 个筛选条件。");
    public static readonly Phrase TooManyValues = new("At most {0} values can be given.", "最多给出 {0} 个值。");
    public static readonly Phrase Limit = new("A whole number from 1 to {0} is expected.", "应为 1 到 {0} 的整数。");
    public static readonly Phrase Total = new("Only 'exact' is known.", "仅支持 exact。");
    public static readonly Phrase CursorBroken = new(
        "This is no cursor of this list. Take nextCursor of the previous page unchanged, or leave it out.", "游标无效。请原样使用上一页的 nextCursor，或省略。");
    public static readonly Phrase CursorOfOtherSort = new(
        "The cursor belongs to the sort '{0}'. Keep the sort while paging, or begin without a cursor.", "该游标属于排序“{0}”。翻页时请保持排序不变，或不带游标重新开始。");
    public static readonly Phrase CursorOfOtherFilter = new(
        "The cursor belongs to other filters. Keep filters and search while paging, or begin without a cursor.", "该游标属于其他筛选条件。翻页时请保持筛选和搜索不变，或不带游标重新开始。");
    public static readonly Phrase UnknownField = new("'{0}' is not a field of this resource. Known are: {1}.", "“{0}”不是该资源的字段。可用字段：{1}。");
    public static readonly Phrase UnknownExpand = new("'{0}' cannot be expanded. Known are: {1}.", "“{0}”不能展开。可展开：{1}。");
    public static readonly Phrase TooDeep = new("'{0}' is deeper than {1} levels.", "“{0}”超过 {1} 层。");
    public static readonly Phrase EmptySearch = new("A word to search for is expected.", "请输入搜索词。");
    public static readonly Phrase Empty = new("A value is expected.", "请提供值。");
    public static readonly Phrase TooLong = new("At most {0} characters can be given.", "最多 {0} 个字符。");
    public static readonly Phrase TwoValues = new("Two values are expected, the smaller one first: from,to.", "应给出两个值，先小后大：from,to。");
    public static readonly Phrase NoArgument = new("'{0}' takes no value.", "“{0}”不需要值。");
    public static readonly Phrase Days = new("A number of days from 1 to {0} is expected.", "应为 1 到 {0} 的天数。");
    public static readonly Phrase DateOrInstant = new(
        "A date as 2026-01-31 or an instant as 2026-01-31T08:30:00Z is expected.", "应为日期（2026-01-31）或时间（2026-01-31T08:30:00Z）。");
    public static readonly Phrase OutOfRange = new("A number in this filter is out of range.", "筛选中的数字超出范围。");
    public static readonly Phrase UnknownZone = new("The caller's time zone '{0}' is not known.", "未知时区“{0}”。");
}
