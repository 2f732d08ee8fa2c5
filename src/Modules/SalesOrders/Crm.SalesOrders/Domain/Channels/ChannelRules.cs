using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Channels;

/// <summary>The rules of channels. The codes are public and never change.</summary>
internal static class ChannelRules
{
    public static readonly Rule CodeTaken = new(
        "sales-orders.channel-code-taken", "The code {0} belongs to another channel.", "渠道代码 {0} 已被使用。");

    public static readonly Rule Unknown = new(
        "sales-orders.channel-unknown", "There is no channel {0}: open it first, or name another.", "没有渠道 {0}：请先开通，或选择其他渠道。");

    public static readonly Rule Closed = new(
        "sales-orders.channel-closed", "The channel {0} takes no new orders.", "渠道 {0} 不接受新订单。");
}
