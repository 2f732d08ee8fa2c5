using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Processes;

/// <summary>What can be wrong with a graph.</summary>
internal static class CheckPhrases
{
    public static readonly Phrase KeyTwice = new("The key '{0}' is given twice.", "键 '{0}' 重复。");
    public static readonly Phrase NoStart = new("There is no start. Give exactly one node of the kind start.", "没有开始节点，必须恰有一个。");
    public static readonly Phrase SecondStart = new("'{0}' is a second start. Give exactly one.", "'{0}' 是第二个开始节点，只能有一个。");
    public static readonly Phrase NoEnd = new("There is no end. Give at least one node of the kind end.", "没有结束节点，至少需要一个。");
    public static readonly Phrase LeavesEnd = new("'{0}' is an end, and '{1}' leads away from it.", "'{0}' 是结束节点，但 '{1}' 从它离开。");
    public static readonly Phrase StartIsFree = new(
        "From the start '{0}' leads exactly one way, on which nothing stands: no guard, field, permission, event or limit.",
        "开始节点 '{0}' 只能有一条无任何条件、字段、权限、事件或时限的出路。");
    public static readonly Phrase BackToStart = new("'{1}' leads back to the start '{0}'.", "'{1}' 返回到开始节点 '{0}'。");
    public static readonly Phrase OneElse = new("The decision '{0}' needs exactly one way that is taken where no other is (isElse).", "判断节点 '{0}' 必须恰有一条其他条件都不成立时的出路（isElse）。");
    public static readonly Phrase NothingToDecide = new("The decision '{0}' has nothing to decide: give it at least two ways.", "判断节点 '{0}' 至少需要两条出路。");
    public static readonly Phrase WaitsForNothing = new("'{0}' waits for nothing: let one of its ways name what sales tells (on): {1}.", "等待节点 '{0}' 没有等待任何事件：请在其出路上填写 on：{1}。");
    public static readonly Phrase Dangling = new("'{0}' names the node '{1}', which is not there.", "'{0}' 引用的节点 '{1}' 不存在。");
    public static readonly Phrase FieldUnknown = new("'{0}' names the field '{1}', which is not known there.", "'{0}' 引用的字段 '{1}' 在此处未知。");
    public static readonly Phrase OnlyWaitsHear = new("'{0}' waits for sales, but '{1}' is no wait.", "'{0}' 等待销售事件，但 '{1}' 不是等待节点。");
    public static readonly Phrase EventUnknown = new("'{0}' waits for '{1}', which sales never tells. Known are: {2}.", "'{0}' 等待的事件 '{1}' 未知。可用事件：{2}。");
    public static readonly Phrase ElseOfDecision = new("'{0}' is taken where no other is, but '{1}' is no decision.", "'{0}' 标为其他情况，但 '{1}' 不是判断节点。");
    public static readonly Phrase GuardOrElse = new("'{0}' from the decision '{1}' needs a guard, or is the one that is taken where no other is.", "判断节点 '{1}' 的出路 '{0}' 必须有条件，或标为其他情况。");
    public static readonly Phrase NobodyTakesIt = new("'{0}' from '{1}' is taken by itself: nobody can be asked for a field, a permission or to be in time.", "'{1}' 的出路 '{0}' 自动执行：不能要求字段、权限或时限。");
    public static readonly Phrase OneLimit = new("'{0}' has two limits. Give hours or working days.", "'{0}' 有两个时限，请只填小时或工作日。");
    public static readonly Phrase IllFormed = new("The guard of '{0}' must say one of all, any, not or field with is, at every place.", "'{0}' 的条件每一处须且只能为 all、any、not 或 field 加 is 之一。");
    public static readonly Phrase TooLarge = new("The guard of '{0}' is deeper than {1} or has more than {2} comparisons.", "'{0}' 的条件超过 {1} 层或多于 {2} 个比较。");
    public static readonly Phrase DoesNotFit = new("The guard of '{0}' compares '{1}' ({2}) with '{3}', which does not fit.", "'{0}' 的条件将 '{1}'（{2}）与 '{3}' 比较，类型不符。");
    public static readonly Phrase Unreachable = new("No way leads from the start to '{0}'.", "从开始节点无法到达 '{0}'。");
    public static readonly Phrase NoWayOut = new("No way leads from '{0}' to an end.", "从 '{0}' 无法到达任何结束节点。");
    public static readonly Phrase DecidesForEver = new("From the decision '{0}' other decisions lead back to it, and nobody would ever be asked.", "判断节点 '{0}' 经由其他判断又回到自身，将无限循环。");
    public static readonly Phrase PermissionUnknown = new("'{0}' asks for the permission '{1}', which nobody declares.", "'{0}' 要求的权限 '{1}' 不存在。");
}
