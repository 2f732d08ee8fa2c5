using System.Globalization;
using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Application.Opportunities;

/// <summary>What the note on a draft says that came from an opportunity.</summary>
internal static class OpportunityPhrases
{
    public static readonly Phrase CustomerUnknown = new(
        "The customer is not known to sales yet, or was deleted.", "销售模块尚无该客户，或该客户已删除。");
    public static readonly Phrase CustomerBlocked = new("The customer is blocked: no new orders are accepted.", "该客户已被冻结：不接受新订单。");
    public static readonly Phrase NoWarehouse = new("No warehouse serves the channel: name one.", "没有仓库服务该渠道：请指定仓库。");

    private static readonly Phrase Unnamed = new("unnamed", "未命名");
    private static readonly Phrase From = new("Written for the won opportunity: {0}.", "根据赢单商机创建：{0}。");
    private static readonly Phrase Worth = new("It was thought to be worth {0} {1}.", "商机预估金额为 {0} {1}。");
    private static readonly Phrase Missing = new("To be completed by hand:", "以下内容需人工补充：");

    public static Phrase ChannelUnknown(string channel) => Filled(new Phrase("There is no channel {0}.", "没有渠道 {0}。"), channel);

    public static Phrase ProductUnknown(DraftOpportunityQuote.Line line) =>
        Filled(new Phrase("{0} x {1}: not a product of the catalogue.", "{0} × {1}：目录中没有该产品。"), Number(line.Quantity), line.Name);

    public static Phrase ProductInactive(DraftOpportunityQuote.Line line) =>
        Filled(new Phrase("{0} x {1}: is not sold any more.", "{0} × {1}：已停售。"), Number(line.Quantity), line.Name);

    public static Phrase NotWhole(DraftOpportunityQuote.Line line) =>
        Filled(new Phrase("{0} x {1}: not a number of whole units.", "{0} × {1}：数量不是整数。"), Number(line.Quantity), line.Name);

    public static Phrase OutOfRange(DraftOpportunityQuote.Line line) =>
        Filled(new Phrase("{0} x {1}: price or discount are out of range.", "{0} × {1}：价格或折扣超出范围。"), Number(line.Quantity), line.Name);

    public static Phrase TooMany(DraftOpportunityQuote.Line line) =>
        Filled(new Phrase("{0} x {1}: the order has no room for more lines.", "{0} × {1}：订单行数已达上限。"), Number(line.Quantity), line.Name);

    public static Phrase PromiseNotKept(PromisedLine line, string currency, RuleBroken refusal) => Because(
        new Phrase("{0}: what was promised ({1}) was not taken over.", "{0}：未采用承诺的条件（{1}）。"),
        refusal, line.Product.Sku, line.Content.UnitPrice is { } price ? $"{Number(price)} {currency}" : $"-{Number(line.Content.DiscountRate * 100m)} %");

    public static Phrase NoPrice(PromisedLine line, RuleBroken refusal) => Because(
        new Phrase("{0} x {1}: cannot be priced.", "{0} × {1}：无法定价。"), refusal, line.Content.Quantity, line.Product.Sku);

    public static Phrase NotTogether(RuleBroken refusal) => Because(new Phrase("The lines cannot be priced together.", "各行无法一起定价。"), refusal);

    public static Phrase Note(DraftOpportunityQuote won, IReadOnlyList<Phrase> missing)
    {
        var title = won.Title is { } named ? new Phrase(named, named) : Unnamed;
        var lines = new List<Phrase> { new(From.In(Language.English, title.English), From.In(Language.Chinese, title.Chinese)) };
        if (won.Amount is { } amount) lines.Add(Filled(Worth, Number(amount), won.Currency));
        if (missing.Count > 0) lines.Add(Missing);
        lines.AddRange(missing.Select(m => new Phrase($"- {m.English}", $"- {m.Chinese}")));
        return new Phrase(string.Join('\n', lines.Select(l => l.English)), string.Join('\n', lines.Select(l => l.Chinese)));
    }

    private static Phrase Because(Phrase what, RuleBroken refusal, params object?[] values)
    {
        var (said, why) = (Filled(what, values), Filled(refusal.Rule.Text, [.. refusal.Values]));
        return new Phrase($"{said.English} {why.English}", $"{said.Chinese}{why.Chinese}");
    }

    private static Phrase Filled(Phrase phrase, params object?[] values) => new(phrase.In(Language.English, values), phrase.In(Language.Chinese, values));

    private static string Number(decimal number) => number.ToString("0.########", CultureInfo.InvariantCulture);
}
