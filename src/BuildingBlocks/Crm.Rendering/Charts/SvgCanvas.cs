using System.Globalization;
using System.Text;
using System.Xml;
using Crm.BuildingBlocks;

namespace Crm.Rendering.Charts;

/// <summary>Writes SVG elements; everything goes through an XML writer, so no text can break out of its place.</summary>
internal sealed class SvgCanvas
{
    public const double FontSize = 11;
    public const string Ink = "#333f4d";
    public const string FaintInk = "#5f6b7a";
    public const string GridColor = "#dfe4ea";

    private const string Namespace = "http://www.w3.org/2000/svg";
    private static readonly Phrase NoFigures = new("No data", "暂无数据");

    private readonly StringBuilder _text = new();
    private readonly XmlWriter _xml;
    private readonly SvgOptions _options;

    public SvgCanvas(SvgOptions options)
    {
        _options = options;
        _xml = XmlWriter.Create(_text, new XmlWriterSettings { OmitXmlDeclaration = true });
    }

    public double Width => _options.Width;

    public double Height => _options.Height;

    /// <summary>Below the title, if the picture shows it.</summary>
    public double Top { get; private set; }

    public void Begin(ReaderFormat reader, Phrase title, Phrase? description)
    {
        _xml.WriteStartElement("svg", Namespace);
        Attributes(("width", Width), ("height", Height), ("viewBox", $"0 0 {_options.Width} {_options.Height}"), ("role", "img"));
        Attributes(("aria-labelledby", Id("title")), ("font-family", FontStack.Css), ("font-size", FontSize), ("lang", reader.LanguageTag));
        Labelled("title", title, reader);
        if (description is not null)
            Labelled("desc", description, reader);

        if (_options.ShowTitle)
        {
            Top = 26;
            Text(0, 15, TextWidth.Fit(reader.Text(title), 15, Width), ("font-size", 15), ("font-weight", "bold"), ("fill", Ink));
        }
    }

    public string End()
    {
        _xml.WriteEndElement();
        _xml.Dispose();
        return _text.ToString();
    }

    public string Id(string name) => $"{_options.IdPrefix}-{name}";

    public void Line(double x1, double y1, double x2, double y2, string color, double width = 1) =>
        Element("line", ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2), ("stroke", color), ("stroke-width", width));

    public void Text(double x, double y, string text, params (string Name, object Value)[] attributes)
    {
        _xml.WriteStartElement("text", Namespace);
        Attributes(("x", x), ("y", y));
        Attributes(attributes);
        _xml.WriteString(text);
        _xml.WriteEndElement();
    }

    /// <summary>An element that says on hovering what it stands for.</summary>
    public void Titled(string name, string title, params (string Name, object Value)[] attributes)
    {
        _xml.WriteStartElement(name, Namespace);
        Attributes(attributes);
        _xml.WriteElementString("title", Namespace, title);
        _xml.WriteEndElement();
    }

    public void Element(string name, params (string Name, object Value)[] attributes)
    {
        _xml.WriteStartElement(name, Namespace);
        Attributes(attributes);
        _xml.WriteEndElement();
    }

    /// <summary>A rectangle in the colour and hatching of its series.</summary>
    public void Bar(int series, double x, double y, double width, double height, string title)
    {
        Titled("rect", title, ("class", "bar"), ("x", x), ("y", y), ("width", width), ("height", height), ("fill", SeriesLook.Of(series).Color));
        Hatch(series, x, y, width, height);
    }

    public void Swatch(int series, double x, double y, double width, double height)
    {
        Element("rect", ("x", x), ("y", y), ("width", width), ("height", height), ("fill", SeriesLook.Of(series).Color));
        Hatch(series, x, y, width, height);
    }

    public void NoData(ReaderFormat reader)
    {
        Element("rect", ("x", 0.5), ("y", Top + 0.5), ("width", Width - 1), ("height", Height - Top - 1), ("fill", "none"), ("stroke", GridColor));
        Text(Width / 2, (Height + Top) / 2, reader.Text(NoFigures), ("text-anchor", "middle"), ("fill", FaintInk), ("font-size", 14));
    }

    private void Hatch(int series, double x, double y, double width, double height)
    {
        var lines = HatchingLines.In(SeriesLook.Of(series).Hatching, x, y, width, height);
        if (lines.Length > 0)
            Element("path", ("class", "hatching"), ("d", lines), ("stroke", "#ffffff"), ("stroke-width", 1.5), ("pointer-events", "none"));
    }

    private void Labelled(string element, Phrase text, ReaderFormat reader)
    {
        _xml.WriteStartElement(element, Namespace);
        Attributes(("id", Id(element)));
        _xml.WriteString(reader.Text(text));
        _xml.WriteEndElement();
    }

    private void Attributes(params (string Name, object Value)[] attributes)
    {
        foreach (var (name, value) in attributes)
            _xml.WriteAttributeString(name, value is double number ? Coordinate(number) : Convert.ToString(value, CultureInfo.InvariantCulture));
    }

    /// <summary>To a hundredth of a pixel: finer than can be seen, and the same on every machine.</summary>
    private static string Coordinate(double number) => Math.Round(number, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
