namespace Crm.Customers.Domain.Opportunities;

/// <summary>How far an opportunity is, and what that usually means.</summary>
/// <param name="Code">Opportunities name it by this; unique within its pipeline.</param>
/// <param name="Name">In English.</param>
/// <param name="NameChinese">In Chinese.</param>
/// <param name="Probability">Of winning, a fraction from 0 to 1 with up to four decimals: what an opportunity takes when it comes here.</param>
/// <param name="Category">What a forecast counts it as, unless somebody says otherwise.</param>
internal sealed record PipelineStage(string Code, string Name, string NameChinese, decimal Probability, ForecastCategory Category);
