using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Pricing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application;

internal static class InputPhrases
{
    public static readonly Phrase Currency = new("Give a currency of ISO 4217, such as EUR.", "请填写 ISO 4217 币种代码，例如 EUR。");
    public static readonly Phrase Country = new(
        "Give a country of ISO 3166-1, such as DE; its English, Chinese or own name is understood, too.", "请填写 ISO 3166-1 国家代码，例如 DE；也可填写其中文、英文或当地名称。");
    public static readonly Phrase Digits = new("Has more decimals than the currency.", "小数位数超过该币种允许的位数。");
    public static readonly Phrase TooManyLines = new($"An order has at most {Limits.MostLines} lines.", $"一张订单最多 {Limits.MostLines} 行。");
    public static readonly Phrase SkuOrId = new("Give either the sku or the productId of each line.", "每行请填写 sku 或 productId，二者择一。");
    public static readonly Phrase LineOrProduct = new("Give the lineId of a line that is there, or the sku or productId of one that is added.", "请填写已有明细的 lineId，或新增明细的 sku 或 productId。");
    public static readonly Phrase DraftOrConfirm = new("A draft cannot be confirmed at once: leave out one of the two.", "草稿不能同时确认：请只填其中一项。");
    public static readonly Phrase QuoteAlone = new("A quote is neither a draft nor confirmed: leave out the others.", "报价既不是草稿也未确认：请去掉其他选项。");
    public static readonly Phrase ThresholdNeeded = new("Give the threshold that this kind of rule compares with.", "请填写此类规则所比较的阈值。");
    public static readonly Phrase CurrencyOfValue = new("Give the currency of a threshold that is money, and of no other.", "仅金额阈值需要填写币种。");
    public static readonly Phrase NotByRule = new("A manual hold is placed on an order, not by a rule.", "人工冻结只能直接加在订单上，不能由规则产生。");
    public static readonly Phrase OneForEachStep = new("Nobody agrees to two steps: name so many persons that each step finds one of its own.", "同一人不能批准两个步骤：请为每个步骤指定足够的不同审批人。");
    public static readonly Phrase Once = new("Is given twice.", "重复。");
    public static readonly Phrase Reason = new("Give receipt, adjustment or opening: issues and returns come from orders.", "请填写 receipt、adjustment 或 opening：出库和退货由订单产生。");
    public static readonly Phrase OfAdjustments = new("Only an adjustment has such a reason.", "只有调整才需要填写此原因。");
    public static readonly Phrase TooManyOrders = new("Name 1 to 200 orders, or leave it out.", "请指定 1 至 200 张订单，或不填。");
    public static readonly Phrase ProviderKind = new("Give authorise, capture, void, chargeBack or fail: a refund is settled where it was asked for.", "请填写 authorise、capture、void、chargeBack 或 fail：退款请在对应的退款单中完成。");
    public static readonly Phrase PointsAreNoProvider = new("Points are spent here: no provider reports them.", "积分在本系统内使用：不由支付服务商通知。");
    public static readonly Phrase OrderIdOrNumber = new("Give either the orderId or the orderNumber.", "请填写 orderId 或 orderNumber，二者择一。");
    public static readonly Phrase EndsBefore = new("Ends before it begins.", "结束早于开始。");
    public static readonly Phrase TooManyRefs = new($"At most {Limits.MostExternalRefs} external references.", $"最多 {Limits.MostExternalRefs} 个外部标识。");
}

/// <summary>Rules that several validators share.</summary>
internal static class InputRules
{
    private const int WholeDigits = 18;
    private const int RateDigits = 4;
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);

    public static void IsCurrency<T>(this IRuleBuilder<T, string> rule) => rule.Must(Currencies.AreKnown).WithPhrase(InputPhrases.Currency);

    /// <summary>A code or a name; <see cref="Countries.CodeOf"/> makes the code of it, by which taxes are found.</summary>
    public static void IsCountry<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(Columns.Place).Must(said => said is null || Countries.CodeOf(said) is not null).WithPhrase(InputPhrases.Country);

    public static void IsBusinessDate<T>(this IRuleBuilder<T, DateOnly?> rule) => rule.InclusiveBetween(Earliest, Latest);

    /// <summary>Not negative, and whole in the digits of the currency.</summary>
    public static void IsAmount<T>(this IRuleBuilder<T, decimal> rule, Func<T, string> currency) => rule
        .InclusiveBetween(0m, Limits.LargestPrice)
        .Must((whole, amount) => Currencies.Round(amount, currency(whole)) == amount).WithPhrase(InputPhrases.Digits);

    /// <inheritdoc cref="IsAmount{T}(IRuleBuilder{T, decimal}, Func{T, string})"/>
    public static void IsAmount<T>(this IRuleBuilder<T, decimal?> rule, Func<T, string> currency) => rule
        .InclusiveBetween(0m, Limits.LargestPrice)
        .Must((whole, amount) => amount is null || Currencies.Round(amount.Value, currency(whole)) == amount).WithPhrase(InputPhrases.Digits);

    /// <summary>In both languages, short enough to be stored.</summary>
    public static void AreNames<T>(this IRuleBuilder<T, Phrase> rule) => rule.NotNull().ChildRules(names =>
    {
        names.RuleFor(n => n.English).NotEmpty().MaximumLength(Columns.Name);
        names.RuleFor(n => n.Chinese).NotEmpty().MaximumLength(Columns.Name);
    });

    public static void IsUnitPrice<T>(this IRuleBuilder<T, decimal> rule) =>
        rule.InclusiveBetween(0m, Limits.LargestPrice).PrecisionScale(WholeDigits, LineNet.ExactDigits, ignoreTrailingZeros: true);

    public static void IsUnitPrice<T>(this IRuleBuilder<T, decimal?> rule) =>
        rule.InclusiveBetween(0m, Limits.LargestPrice).PrecisionScale(WholeDigits, LineNet.ExactDigits, ignoreTrailingZeros: true);

    /// <summary>More than zero, up to eight decimals.</summary>
    public static void IsExchangeRate<T>(this IRuleBuilder<T, decimal> rule) =>
        rule.GreaterThan(0m).LessThanOrEqualTo(Limits.LargestPrice).PrecisionScale(WholeDigits, LineNet.ExactDigits, ignoreTrailingZeros: true);

    public static void IsDiscountRate<T>(this IRuleBuilder<T, decimal> rule) =>
        rule.InclusiveBetween(0m, 1m).PrecisionScale(RateDigits + 1, RateDigits, ignoreTrailingZeros: true);

    public static void IsDiscountRate<T>(this IRuleBuilder<T, decimal?> rule) =>
        rule.InclusiveBetween(0m, 1m).PrecisionScale(RateDigits + 1, RateDigits, ignoreTrailingZeros: true);

    public static void AreExternalRefs<T>(this IRuleBuilder<T, IReadOnlyList<ExternalRef>?> rule) => rule
        .Must(refs => refs is null || refs.Count <= Limits.MostExternalRefs).WithPhrase(InputPhrases.TooManyRefs)
        .ForEach(each => each.ChildRules(reference =>
        {
            reference.RuleFor(r => r.System).IsExternalSystem();
            reference.RuleFor(r => r.Id).IsExternalId();
        }));

    public static void IsExternalSystem<T>(this IRuleBuilder<T, string> rule) => rule.NotEmpty().MaximumLength(Columns.ExternalSystem);

    public static void IsExternalId<T>(this IRuleBuilder<T, string> rule) => rule.NotEmpty().MaximumLength(Columns.ExternalId);
}
