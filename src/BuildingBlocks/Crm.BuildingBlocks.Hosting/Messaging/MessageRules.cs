namespace Crm.BuildingBlocks.Hosting.Messaging;

public static class MessageRules
{
    public static readonly Rule NotStuck = new(
        "messages.not-stuck",
        "Message {0} is neither parked nor waiting for another attempt.",
        "消息 {0} 既未搁置，也不在等待重试。");

    public static readonly Rule NothingToRepublish = new(
        "messages.nothing-to-republish",
        "The module '{0}' cannot say its present state, so it has nothing to republish.",
        "模块“{0}”无法提供当前状态，因此没有可重新发布的内容。");

    public static readonly Phrase ReasonMissing = new(
        "Say in 1 to {0} characters why the message is discarded.",
        "请用 1 至 {0} 个字符说明丢弃该消息的原因。");

    /// <summary>Kept in the row, for whoever looks at it later.</summary>
    internal static readonly Phrase Superseded = new("Superseded by a republished state.", "已被重新发布的状态取代。");
}
