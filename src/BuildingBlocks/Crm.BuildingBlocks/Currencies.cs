using System.Collections.Frozen;

namespace Crm.BuildingBlocks;

/// <summary>The currencies of ISO 4217 that are in circulation, and how many decimal digits each one has.</summary>
public static class Currencies
{
    private static readonly FrozenSet<string> WithoutDigits =
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> WithThreeDigits = "BHD IQD JOD KWD LYD OMR TND".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> WithTwoDigits = (
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD " +
        "EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL " +
        "MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP " +
        "SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW").Split(' ').ToFrozenSet();

    public static bool AreKnown(string? currency) => currency is not null
        && (WithTwoDigits.Contains(currency) || WithoutDigits.Contains(currency) || WithThreeDigits.Contains(currency));

    /// <summary>Decimal digits of the currency: 0, 2 or 3. An unknown currency counts as 2.</summary>
    public static int Digits(string currency) => WithoutDigits.Contains(currency) ? 0 : WithThreeDigits.Contains(currency) ? 3 : 2;

    /// <summary>Rounds to the currency's digits, half away from zero.</summary>
    public static decimal Round(decimal amount, string currency) => Math.Round(amount, Digits(currency), MidpointRounding.AwayFromZero);
}
