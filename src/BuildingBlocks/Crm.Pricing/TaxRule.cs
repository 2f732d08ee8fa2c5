namespace Crm.Pricing;

/// <summary>The rate of a tax class.</summary>
/// <param name="Class">Code of the class that products and shipping name.</param>
/// <param name="Rate">Fraction from 0 to 1: 0.19 is 19 %.</param>
/// <param name="From">First business date; null: since ever. The latest that has begun holds.</param>
/// <param name="Country">Where the goods go; null: everywhere that has no rate of its own.</param>
public sealed record TaxRule(string Class, decimal Rate, DateOnly? From = null, string? Country = null);
