namespace Crm.BuildingBlocks.Hosting.Operations;

/// <summary>What can go wrong with long work as such.</summary>
public static class OperationRules
{
    public static readonly Phrase TooManyUnfinished = new(
        "You have as many unfinished operations as you may. Wait for some of them or cancel them.",
        "您未完成的操作已达上限，请等待其完成或取消部分操作。");

    public static readonly Rule GaveUp = new("operations.gave-up",
        "The work stopped {0} times at the same place and was given up. What was done before stays done.",
        "该操作在同一位置中断 {0} 次，已放弃。之前完成的部分保留。");

    public static readonly Rule Unexpected = new("operations.unexpected",
        "Something went wrong that should not have. What was done before stays done. Tell your administrator the number of the operation.",
        "发生了意外错误。之前完成的部分保留。请将操作编号告知管理员。");

    public static readonly Rule AlreadyFinished = new("operations.already-finished",
        "The operation has finished and can no longer be cancelled.",
        "该操作已结束，无法再取消。");

    public static readonly Rule UnknownKind = new("operations.unknown-kind",
        "This version of the system does not know the work '{0}'.",
        "当前系统版本不支持操作“{0}”。");
}
