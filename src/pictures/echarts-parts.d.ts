/** The single parts of ECharts come without types; importing one only makes its kind of chart known. */
declare module 'echarts/lib/chart/*';
declare module 'echarts/lib/component/*';
