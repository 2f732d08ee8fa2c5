using Crm.Planning.Application.Statistics;
using Shouldly;
using Xunit;

namespace Crm.Planning.Tests.Statistics;

/// <summary>Each formula gives what its source, or a textbook, publishes for data that it publishes too.</summary>
public sealed class StatisticsTests
{
    private const double Confidence = 0.95;
    private const double FourDigits = 0.00005;

    /// <summary>R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void The_interval_of_a_share_is_that_of_wilson(long count, long n, double low, double high)
    {
        var interval = Shares.Wilson(count, n, Confidence);

        interval.Low.ShouldBe(low, FourDigits);
        interval.High.ShouldBe(high, FourDigits);
    }

    [Fact]
    public void A_share_of_nobody_or_of_all_begins_and_ends_where_shares_do()
    {
        Shares.Wilson(0, 7, Confidence).Low.ShouldBe(0);
        Shares.Wilson(7, 7, Confidence).High.ShouldBe(1);
        Should.Throw<ArgumentOutOfRangeException>(() => Shares.Wilson(0, 0, Confidence));
        Should.Throw<ArgumentOutOfRangeException>(() => Shares.Wilson(2, 1, Confidence));
    }

    /// <summary>Additional hours of sleep by the second drug less the first: Student (1908), table; the interval as R gives it for "sleep".</summary>
    [Fact]
    public void The_interval_of_a_mean_is_that_of_student()
    {
        var mean = Means.Of([1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4], Confidence);

        mean.Mean.ShouldBe(1.58, 1e-12);
        mean.Deviation!.Value.ShouldBe(1.229995, 1e-6);
        mean.Interval!.Value.Low.ShouldBe(0.7001142, 1e-6);
        mean.Interval!.Value.High.ShouldBe(2.4598858, 1e-6);
    }

    [Fact]
    public void One_value_has_a_mean_and_no_spread_and_equal_values_have_none()
    {
        Means.Of([4], Confidence).ShouldBe(new MeanFigure(1, 4, null, null));
        Means.Of([3, 3], Confidence).ShouldBe(new MeanFigure(2, 3, 0, new Interval(3, 3)));
        Should.Throw<ArgumentOutOfRangeException>(() => Means.Of([], Confidence));
    }

    /// <summary>Hyndman and Fan (1996), definition 7, which R uses unless told otherwise: quantile(1:10) and quantile(1:4).</summary>
    [Fact]
    public void Quartiles_are_those_of_type_seven()
    {
        decimal[] ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

        new[] { 0m, 0.25m, 0.5m, 0.75m, 1m }.Select(p => Quantiles.At(ten, p)).ShouldBe([1m, 3.25m, 5.5m, 7.75m, 10m]);
        Quantiles.At([1, 2, 3, 4], 0.25m).ShouldBe(1.75m);
        Quantiles.At([7.25m], 0.5m).ShouldBe(7.25m);
        Quantiles.At([9.8m, 10.3m], 0.5m).ShouldBe(10.05m);
        Should.Throw<ArgumentOutOfRangeException>(() => Quantiles.At([], 0.5m));
    }

    /// <summary>Party by gender: A. Agresti, "An Introduction to Categorical Data Analysis" (2007), page 39.</summary>
    [Fact]
    public void Chi_square_is_that_of_pearson()
    {
        var found = ChiSquare.Of([[762, 327, 468], [484, 239, 477]])!;

        found.Statistic.ShouldBe(30.07015, 1e-5);
        found.Freedom.ShouldBe(2);
        found.P.ShouldBe(2.953589e-07, 1e-12);
        found.CramersV.ShouldBe(Math.Sqrt(30.07015 / 2757), 1e-6);
        found.LowExpected.ShouldBe(0);
    }

    [Fact]
    public void What_nobody_chose_is_no_row_and_a_single_row_has_nothing_to_compare()
    {
        ChiSquare.Of([[762, 0, 327, 468], [0, 0, 0, 0], [484, 0, 239, 477]])!.Statistic.ShouldBe(30.07015, 1e-5);
        ChiSquare.Of([[3, 4], [0, 0]]).ShouldBeNull();
        ChiSquare.Of([[3, 0], [4, 0]]).ShouldBeNull();
        ChiSquare.Of([]).ShouldBeNull();
        ChiSquare.Of([[1, 2], [2, 1]])!.LowExpected.ShouldBe(1);
        ChiSquare.Of([[8, 0], [0, 8]])!.CramersV.ShouldBe(1, 1e-12);
    }

    /// <summary>The lady tasting tea and the convictions of like-sexed twins: R. A. Fisher (1935, 1962), two-sided as R gives them.</summary>
    [Theory]
    [InlineData(3, 1, 1, 3, 0.4857143)]
    [InlineData(2, 15, 10, 3, 0.0005367241)]
    [InlineData(0, 0, 3, 4, 1)]
    public void The_exact_test_of_two_by_two_is_that_of_fisher(long a, long b, long c, long d, double p) => FisherExact.TwoSided(a, b, c, d).ShouldBe(p, 1e-7);

    /// <summary>Heights and weights of American women: The World Almanac (1975), in R "women"; the line as R fits it.</summary>
    [Fact]
    public void A_line_is_fitted_by_least_squares()
    {
        double[] weights = [115, 117, 120, 123, 126, 129, 132, 135, 139, 142, 146, 150, 154, 159, 164];

        var line = LinearFit.Of([.. weights.Select((w, i) => (58.0 + i, w))], Confidence)!;

        line.Slope.ShouldBe(3.45, 1e-9);
        line.Intercept.ShouldBe(-87.51667, 1e-5);
        line.SlopeError!.Value.ShouldBe(0.09114, 1e-5);
        line.T!.Value.ShouldBe(37.855, 0.001);
        line.P!.Value.ShouldBe(1.091e-14, 1e-16);
        line.Determination!.Value.ShouldBe(0.991, 0.0001);
        line.SlopeInterval!.Value.Low.ShouldBe(3.253112, 1e-5);
        line.SlopeInterval!.Value.High.ShouldBe(3.646888, 1e-5);
    }

    [Fact]
    public void Few_points_and_points_on_a_line_are_said_to_be_so()
    {
        LinearFit.Of([], Confidence).ShouldBeNull();
        LinearFit.Of([(1, 2)], Confidence).ShouldBeNull();
        LinearFit.Of([(1, 2), (1, 3)], Confidence).ShouldBeNull();
        LinearFit.Of([(0, 2), (1, 3)], Confidence).ShouldBe(new LinearFit(1, 2, null, null, null, null, 1));
        LinearFit.Of([(0, 2), (1, 2), (2, 2)], Confidence).ShouldBe(new LinearFit(0, 2, 0, new Interval(0, 0), null, 1, null));
        LinearFit.Of([(0, 2), (1, 3), (2, 4)], Confidence)!.P.ShouldBe(0);
    }

    /// <summary>Half promoters, a fifth detractors of 100: the score is .3 and its error √((.7 - .09) / 100) by hand.</summary>
    [Fact]
    public void Promoters_less_detractors_is_the_score()
    {
        List<double> answers = [.. Enumerable.Repeat(10.0, 30), .. Enumerable.Repeat(9.0, 20), .. Enumerable.Repeat(8.0, 20), .. Enumerable.Repeat(7.0, 10), .. Enumerable.Repeat(6.0, 15), .. Enumerable.Repeat(0.0, 5)];

        var nps = NetPromoters.Of(answers, Confidence);

        nps.Score.ShouldBe(0.3, 1e-12);
        nps.Interval.Low.ShouldBe(0.3 - (1.959964 * 0.0781025), 1e-6);
        nps.Interval.High.ShouldBe(0.3 + (1.959964 * 0.0781025), 1e-6);
        NetPromoters.Of([10], Confidence).ShouldBe(new NetPromoterFigure(1, new Interval(1, 1)));
    }

    [Fact]
    public void Figures_have_six_significant_digits()
    {
        Figures.Of(1.0 / 3).ShouldBe(0.333333m);
        Figures.Of(-123456.7).ShouldBe(-123457m);
        Figures.Of(1234567).ShouldBe(1234570m);
        Figures.Of(2.953589e-07).ShouldBe(0.000000295359m);
        Figures.Of(1e-60).ShouldBe(0);
        Figures.Of(0).ShouldBe(0);
        Figures.Of(double.NaN).ShouldBeNull();
        Figures.Of(double.PositiveInfinity).ShouldBeNull();
        Figures.Of(1e28).ShouldBeNull();
    }
}
