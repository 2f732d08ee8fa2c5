using Crm.BuildingBlocks;

namespace Crm.Pricing;

/// <summary>What keeps a price list or a promotion from being published, with pointers into it. A book of checked parts never makes the engine fail.</summary>
public static class PricingChecks
{
    /// <summary>Largest amount of any kind.</summary>
    public const decimal LargestAmount = 1_000_000_000m;

    /// <summary>Largest sum of lines: eight decimals of it still fit into 64 bits, and shares of it can be calculated exactly.</summary>
    public const decimal LargestTotal = 90_000_000_000m;

    /// <summary>Empty: it may be published.</summary>
    public static IReadOnlyList<InputError> Of(PriceList list)
    {
        var errors = new Errors();
        errors.Unless(list.Version > 0, "/version", PricingPhrases.Version);
        errors.Unless(Currencies.AreKnown(list.Currency), "/currency", PricingPhrases.Currency);
        Check(list.Scope, errors);
        errors.Unless(list.Items.Count > 0, "/items", PricingPhrases.Missing);
        var seen = new HashSet<(string, int)>();
        for (var i = 0; i < list.Items.Count; i++)
        {
            var (item, at) = (list.Items[i], $"/items/{i}");
            errors.Unless(!string.IsNullOrWhiteSpace(item.Sku), $"{at}/sku", PricingPhrases.Missing);
            errors.Unless(IsPrice(item.UnitPrice), $"{at}/unitPrice", PricingPhrases.Price, LineNet.ExactDigits);
            errors.Unless(item.FromQuantity > 0, $"{at}/fromQuantity", PricingPhrases.Units);
            errors.Unless(item.Floor is not { } floor || IsPrice(floor), $"{at}/floor", PricingPhrases.Price, LineNet.ExactDigits);
            errors.Unless(!(item.Floor > item.UnitPrice), $"{at}/floor", PricingPhrases.FloorAbovePrice);
            errors.Unless(seen.Add((item.Sku, item.FromQuantity)), at, PricingPhrases.PriceTwice);
        }

        return errors;
    }

    /// <inheritdoc cref="Of(PriceList)"/>
    public static IReadOnlyList<InputError> Of(Promotion promotion)
    {
        var errors = new Errors();
        errors.Unless(promotion.Version > 0, "/version", PricingPhrases.Version);
        errors.Unless(!string.IsNullOrWhiteSpace(promotion.Name.English), "/name/english", PricingPhrases.Missing);
        errors.Unless(!string.IsNullOrWhiteSpace(promotion.Name.Chinese), "/name/chinese", PricingPhrases.Missing);
        errors.Unless(promotion.Action.BelongsIn(promotion.Phase), "/phase", PricingPhrases.WrongPhase);
        errors.Unless(promotion.Currency is null || Currencies.AreKnown(promotion.Currency), "/currency", PricingPhrases.Currency);
        errors.Unless(promotion.Currency is not null || !NeedsCurrency(promotion), "/currency", PricingPhrases.CurrencyNeeded);
        errors.Unless(promotion.MostPerLine is not { } perLine || IsAmount(perLine), "/mostPerLine", PricingPhrases.Amount, LineNet.ExactDigits);
        errors.Unless(promotion.MostPerOrder is not { } perOrder || IsAmount(perOrder), "/mostPerOrder", PricingPhrases.Amount, LineNet.ExactDigits);
        Check(promotion.Scope, errors);
        Check(promotion.Action, errors);
        if (promotion.When is { } when) Check(when, "/when", level: 1, errors);
        return errors;
    }

    private static void Check(PriceScope scope, Errors errors)
    {
        errors.Unless(!(scope.To < scope.From), "/scope/to", PricingPhrases.EndsBeforeItBegins);
        CheckIds(scope.Territories, "/scope/territories", errors);
        CheckIds(scope.Customers, "/scope/customers", errors);
    }

    private static void Check(PromotionAction action, Errors errors)
    {
        switch (action)
        {
            case PercentOff percent:
                errors.Unless(IsRate(percent.Rate), "/action/rate", PricingPhrases.Rate);
                break;
            case AmountOff amount:
                errors.Unless(IsAmount(amount.Amount), "/action/amount", PricingPhrases.Amount, LineNet.ExactDigits);
                break;
            case Offset offset:
                errors.Unless(IsAmount(offset.Amount), "/action/amount", PricingPhrases.Amount, LineNet.ExactDigits);
                errors.Unless((offset.Kind == OffsetKind.Points) == offset.ValuePerPoint is not null, "/action/valuePerPoint", PricingPhrases.ValueOfPoints);
                errors.Unless(offset.ValuePerPoint is not { } value || IsAmount(value), "/action/valuePerPoint", PricingPhrases.Amount, LineNet.ExactDigits);
                break;
            case FixedPrice price:
                errors.Unless(IsPrice(price.UnitPrice), "/action/unitPrice", PricingPhrases.Price, LineNet.ExactDigits);
                break;
            case BuyAndGet buyAndGet:
                errors.Unless(buyAndGet.Buy > 0, "/action/buy", PricingPhrases.Units);
                errors.Unless(buyAndGet.Get > 0, "/action/get", PricingPhrases.Units);
                errors.Unless(IsRate(buyAndGet.Rate), "/action/rate", PricingPhrases.Rate);
                errors.Unless(buyAndGet.MostTimes is null or > 0, "/action/mostTimes", PricingPhrases.Times);
                break;
            case Gift gift:
                errors.Unless(!string.IsNullOrWhiteSpace(gift.Sku), "/action/sku", PricingPhrases.Missing);
                errors.Unless(gift.Quantity > 0, "/action/quantity", PricingPhrases.Units);
                errors.Unless(gift.ForEvery is null or > 0, "/action/forEvery", PricingPhrases.Units);
                errors.Unless(gift.Most is null or > 0, "/action/most", PricingPhrases.Units);
                break;
        }
    }

    private static void Check(Condition condition, string at, int level, Errors errors)
    {
        if (level > Condition.MostLevels)
        {
            errors.Unless(false, at, PricingPhrases.TooDeep, Condition.MostLevels);
            return;
        }

        CheckOne(condition, at, errors);
        for (var i = 0; i < condition.Parts.Count; i++) Check(condition.Parts[i], condition is Not ? $"{at}/of" : $"{at}/of/{i}", level + 1, errors);
    }

    private static void CheckOne(Condition condition, string at, Errors errors)
    {
        switch (condition)
        {
            case AllOf or AnyOf:
                errors.Unless(condition.Parts.Count > 0, $"{at}/of", PricingPhrases.Missing);
                break;
            case AmountAtLeast amount:
                errors.Unless(IsPrice(amount.Amount), $"{at}/amount", PricingPhrases.Price, LineNet.ExactDigits);
                break;
            case AmountPerUnitAtLeast perUnit:
                errors.Unless(IsPrice(perUnit.Amount), $"{at}/amount", PricingPhrases.Price, LineNet.ExactDigits);
                break;
            case DifferentAtLeast different:
                errors.Unless(different.Count > 0, $"{at}/count", PricingPhrases.Units);
                break;
            case OfCustomers of:
                errors.Unless(of.Customers.Count > 0, $"{at}/customers", PricingPhrases.Missing);
                CheckIds(of.Customers, $"{at}/customers", errors);
                break;
            case InTerritory inTerritory:
                errors.Unless(inTerritory.Territories.Count > 0, $"{at}/territories", PricingPhrases.Missing);
                CheckIds(inTerritory.Territories, $"{at}/territories", errors);
                break;
            case InCountry inCountry:
                errors.Unless(inCountry.Countries.Count > 0, $"{at}/countries", PricingPhrases.Missing);
                for (var i = 0; i < inCountry.Countries.Count; i++) errors.Unless(Countries.All.Contains(inCountry.Countries[i]), $"{at}/countries/{i}", PricingPhrases.Country);
                break;
            case BetweenDays days:
                errors.Unless(days.From <= days.To, $"{at}/to", PricingPhrases.EndsBeforeItBegins);
                break;
        }
    }

    private static void CheckIds(IReadOnlyList<string> ids, string at, Errors errors)
    {
        for (var i = 0; i < ids.Count; i++) errors.Unless(Ids.IsId(ids[i]), $"{at}/{i}", PricingPhrases.Id);
    }

    private static bool NeedsCurrency(Promotion promotion) => promotion.Action.HasAmount || promotion.MostPerLine is not null || promotion.MostPerOrder is not null
        || (promotion.When is { } when && SaysAmount(when, level: 1));

    private static bool SaysAmount(Condition condition, int level) =>
        condition is AmountAtLeast or AmountPerUnitAtLeast || (level <= Condition.MostLevels && condition.Parts.Any(p => SaysAmount(p, level + 1)));

    private static bool IsRate(decimal rate) => rate is > 0m and <= 1m;

    private static bool IsAmount(decimal amount) => amount > 0m && IsPrice(amount);

    private static bool IsPrice(decimal price) => price is >= 0m and <= LargestAmount && decimal.Round(price, LineNet.ExactDigits) == price;

    private sealed class Errors : List<InputError>
    {
        public void Unless(bool isRight, string pointer, Phrase text, params object?[] values)
        {
            if (!isRight) Add(new InputError(pointer, text, values));
        }
    }
}
