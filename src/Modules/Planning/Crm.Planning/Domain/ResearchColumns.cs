namespace Crm.Planning.Domain;

/// <summary>Most characters of what is written down about markets and studies.</summary>
internal static class ResearchColumns
{
    public const int Code = 60;

    public const int Name = 200;

    public const int Note = 4000;

    public const int Address = 500;

    public const int Sku = 60;

    /// <summary>Of a question or an option.</summary>
    public const int Key = 60;

    public const int Wave = 40;

    public const int Respondent = 100;

    /// <summary>Of an answer in words.</summary>
    public const int Words = 4000;
}
